namespace Oms.Engine.Language;

/// <summary>A node of the syntax tree. Nodes never change, so trees may be shared between threads and requests.</summary>
/// <param name="location">Where it stands in the source.</param>
public abstract class SyntaxNode(Location location)
{
    /// <summary>Where it stands in the source; <see cref="Location.IsNone"/> when it was not parsed or locations were left out.</summary>
    public Location Location { get; } = location;

    /// <summary>Which concrete class this is.</summary>
    public abstract SyntaxKind Kind { get; }

    /// <summary>The node as GraphQL text; see <see cref="SyntaxPrinter"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => SyntaxPrinter.Print(this);
}
