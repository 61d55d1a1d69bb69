namespace Oms.Domain.Refusals;

/// <summary>The version is released already.</summary>
/// <param name="Version">The version.</param>
/// <param name="Commit">The commit that it names.</param>
public sealed record ReleaseExists(string Version, string Commit)
    : Refusal("RELEASE_EXISTS", $"Version {Version} is released already, on commit {Commit}. A release stays for good; take a greater version.");
