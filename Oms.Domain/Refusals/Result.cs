using System.Collections.Immutable;

namespace Oms.Domain.Refusals;

/// <summary>Either a value or the reasons why there is none.</summary>
/// <typeparam name="T">The value.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, ImmutableArray<Refusal> refusals)
    {
        this.value = value;
        Refusals = refusals;
    }

    /// <summary>The reasons; empty exactly when there is a value.</summary>
    public ImmutableArray<Refusal> Refusals { get; }

    /// <summary>True when there is a value.</summary>
    public bool IsOk => Refusals.IsEmpty;

    /// <summary>The value; asking for it when refused is a bug.</summary>
    public T Value => IsOk ? value! : throw new InvalidOperationException($"refused: {Refusals[0].Message}");

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>One reason.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>Several reasons, at least one.</summary>
    public static implicit operator Result<T>(ImmutableArray<Refusal> refusals) => refusals.IsDefaultOrEmpty
        ? throw new ArgumentException("a refusal needs a reason", nameof(refusals))
        : new(default, refusals);
}
