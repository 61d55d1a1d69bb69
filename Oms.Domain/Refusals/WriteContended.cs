namespace Oms.Domain.Refusals;

/// <summary>Others wrote to the same place each time this change was about to.</summary>
/// <param name="Branch">The branch, or the name of what was written where it is none.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record WriteContended(string Branch, int Attempts)
    : Refusal("WRITE_CONTENDED", $"Others wrote to '{Branch}' each of the {Attempts} times this was tried. Nothing was written; try again.");
