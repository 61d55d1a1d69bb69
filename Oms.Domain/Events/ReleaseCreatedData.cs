using Oms.Domain.Compatibility.Elements;

namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.ReleaseCreated"/>.</summary>
/// <param name="Version">The version.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Previous">The version before; null for the first of a line.</param>
/// <param name="Step">The part of the version that the change raises at least.</param>
/// <param name="Level">How far it is from the version before.</param>
public sealed record ReleaseCreatedData(string Version, string Commit, string? Previous, VersionStep Step, CompatibilityLevel Level);
