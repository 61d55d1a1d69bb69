namespace Oms.Engine.Language;

/// <summary>A stretch of a source. Line and column are found only when they are asked for.</summary>
/// <param name="source">The source, or null for no place.</param>
/// <param name="start">Offset of the first UTF-16 code unit.</param>
/// <param name="end">Offset after the last UTF-16 code unit.</param>
public readonly struct Location(Source? source, int start, int end) : IEquatable<Location>
{
    /// <summary>The source it points into; null when there is none.</summary>
    public Source? Source { get; } = source;

    /// <summary>Offset of the first UTF-16 code unit.</summary>
    public int Start { get; } = start;

    /// <summary>Offset after the last UTF-16 code unit.</summary>
    public int End { get; } = end;

    /// <summary>Whether this points nowhere.</summary>
    public bool IsNone => Source is null;

    /// <summary>The line, from 1; 0 when this points nowhere.</summary>
    public int Line => GetPosition().Line;

    /// <summary>The column in UTF-16 code units, from 1; 0 when this points nowhere.</summary>
    public int Column => GetPosition().Column;

    /// <summary>Line and column together, which is cheaper than asking for one after the other.</summary>
    /// <returns>The place where the stretch starts.</returns>
    public SourcePosition GetPosition() => Source?.GetPosition(Start) ?? default;

    /// <inheritdoc/>
    public bool Equals(Location other) => ReferenceEquals(Source, other.Source) && Start == other.Start && End == other.End;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Location other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End);

    /// <summary>Same stretch of the same source.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Location left, Location right) => left.Equals(right);

    /// <summary>Not the same stretch.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Location left, Location right) => !left.Equals(right);
}
