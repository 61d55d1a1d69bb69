using Oms.Domain.Storage;

namespace Oms.Domain.Releases;

/// <summary>A decision in favour of a release.</summary>
/// <param name="Change">What to write.</param>
/// <param name="Release">The release.</param>
public sealed record ReleaseDecision(Change Change, Release Release);
