using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>A function over objects and values (domain.md 1.13). Executed elsewhere.</summary>
public sealed record FunctionType : Element
{
    /// <inheritdoc/>
    public override ElementKind Kind => ElementKind.FunctionType;

    /// <summary>What it is for.</summary>
    public FunctionCategory Category { get; init; }

    /// <summary>What it takes and gives, in order.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>What it returns.</summary>
    public TypeRef? ReturnType { get; init; }

    /// <summary>True when it may return nothing.</summary>
    public bool ReturnsNull { get; init; } = true;

    /// <summary>What runs it.</summary>
    public FunctionRuntime Runtime { get; init; }

    /// <summary>The version of what runs it.</summary>
    public string? RuntimeVersion { get; init; }

    /// <summary>Where its code is, in the runtime's words.</summary>
    public string? Implementation { get; init; }

    /// <summary>Milliseconds until a call is given up: 1 to 86400000.</summary>
    public int TimeoutMs { get; init; } = 30_000;

    /// <summary>Memory in mebibytes: 1 to 1048576.</summary>
    public int MemoryMb { get; init; } = 512;

    /// <summary>True when equal arguments give equal results.</summary>
    public bool IsDeterministic { get; init; } = true;

    /// <summary>True when results may be kept.</summary>
    public bool IsCacheable { get; init; } = true;

    /// <summary>Seconds a result may be kept; null without limit.</summary>
    public int? CacheTtlSeconds { get; init; }

    /// <summary>True when calls change something.</summary>
    public bool HasSideEffects { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Member> Members => Parameters;
}
