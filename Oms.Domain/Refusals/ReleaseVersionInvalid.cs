namespace Oms.Domain.Refusals;

/// <summary>A text is no version.</summary>
/// <param name="Version">The text.</param>
public sealed record ReleaseVersionInvalid(string Version)
    : Refusal("RELEASE_VERSION_INVALID", $"'{Version}' is no version: give three numbers from 0 to 999999 without leading zeros, as 1.4.0, and for a pre-release a hyphen and identifiers after them, as 2.0.0-rc.1.");
