namespace Oms.Domain.Refusals;

/// <summary>There is no release of this version.</summary>
/// <param name="Version">The version that was given.</param>
public sealed record ReleaseNotFound(string Version)
    : Refusal("RELEASE_NOT_FOUND", $"There is no release '{Version}'. The field releases lists those there are.");
