using System.Collections.Immutable;
using Oms.Domain.Compatibility;

namespace Oms.Domain.Refusals;

/// <summary>The version asked for promises more than the change keeps.</summary>
/// <param name="Version">The version asked for.</param>
/// <param name="Minimum">The least version that the change allows.</param>
/// <param name="Previous">The version that is released before it.</param>
/// <param name="Causes">
/// The fewest findings that force <paramref name="Minimum"/>; without all of them it would be less. None where a greater one is there already.
/// </param>
public sealed record ReleaseVersionTooLow(string Version, string Minimum, string Previous, ImmutableArray<Finding> Causes)
    : Refusal(
        "RELEASE_VERSION_TOO_LOW",
        Causes.IsEmpty
            ? $"{Previous} is released in this history already, and {Version} is less. Take {Minimum}, or any greater one."
            : $"What changed since {Previous} asks for {Minimum} at least, and {Version} is less. Take {Minimum}, or take back what the causes name.");
