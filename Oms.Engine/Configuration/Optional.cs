namespace Oms.Engine.Configuration;

/// <summary>An optional input value that tells an absent entry from one that was given as null (spec 3.10, input coercion).</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    /// <summary>A value that was given, which may be null.</summary>
    /// <param name="value">The value.</param>
    public Optional(T? value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>The value; the type's default when it is absent.</summary>
    public T? Value { get; }

    /// <summary>Whether the entry was given, even as null.</summary>
    public bool HasValue { get; }

    /// <summary>A value that was given.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasValue, Value);

    /// <summary>Whether both are absent, or both given and equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether one is absent or another value.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
