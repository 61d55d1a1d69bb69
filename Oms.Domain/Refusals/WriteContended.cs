namespace Oms.Domain.Refusals;

/// <summary>Others wrote to the branch each time this change was about to.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record WriteContended(string Branch, int Attempts)
    : Refusal("WRITE_CONTENDED", $"Others wrote to '{Branch}' each of the {Attempts} times this was tried. Nothing was written; try again.");
