namespace Oms.Engine.Nodes;

/// <summary>Writes and reads global ids. Register one's own before <c>AddGlobalObjectIdentification</c>.</summary>
public interface INodeIdSerializer
{
    /// <summary>Writes an id.</summary>
    /// <param name="typeName">The object type.</param>
    /// <param name="internalId">What tells the objects of the type apart.</param>
    /// <returns>The id, opaque to clients.</returns>
    /// <exception cref="NotSupportedException">Ids of that CLR type can not be written.</exception>
    string Format(string typeName, object internalId);

    /// <summary>Reads an id that a client gave.</summary>
    /// <param name="formattedId">The id.</param>
    /// <param name="runtimeTypeOf">The CLR type of the ids of an object type; null where there is no such object type, whose id is then read as a string.</param>
    /// <param name="id">What it says.</param>
    /// <returns>False where it is no id.</returns>
    bool TryParse(string formattedId, Func<string, Type?> runtimeTypeOf, out NodeId id);

    /// <summary>Whether ids of a CLR type can be written and read.</summary>
    /// <param name="runtimeType">The type, not nullable.</param>
    /// <returns>Whether they can.</returns>
    bool IsSupported(Type runtimeType);
}
