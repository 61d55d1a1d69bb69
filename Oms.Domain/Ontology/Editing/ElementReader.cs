using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Editing;

/// <summary>
/// Reads elements and members that clients send, in the JSON that <see cref="ElementJson"/> writes, with every mismatch told at its path.
/// References in it may still be names.
/// </summary>
public static class ElementReader
{
    /// <summary>An element of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="json">The object.</param>
    /// <param name="operation">The place of the operation in its list, for the path of refusals.</param>
    public static Result<Element> ReadElement(ElementKind kind, JsonLiteral json, int operation = 0) =>
        Read<Element>(ElementJson.TypeOf(kind), json, operation);

    /// <summary>A member of one sort: <see cref="Property"/>, <see cref="RequiredLink"/>, <see cref="StructField"/> or <see cref="Parameter"/>.</summary>
    /// <typeparam name="T">The sort of member.</typeparam>
    /// <param name="json">The object.</param>
    /// <param name="operation">The place of the operation in its list, for the path of refusals.</param>
    public static Result<T> ReadMember<T>(JsonLiteral json, int operation = 0) where T : Member => Read<T>(typeof(T), json, operation);

    private static Result<T> Read<T>(Type type, JsonLiteral json, int operation) where T : class
    {
        var violations = new Violations();
        var trail = Trail.Operations.At(operation);
        var read = JsonShape.Parse(json, trail, violations) is { } node ? (T?)JsonShape.Read(node, type, trail, violations) : null;
        return read is null ? violations.Told() : read;
    }
}
