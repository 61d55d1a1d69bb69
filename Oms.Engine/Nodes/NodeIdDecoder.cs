using System.Collections;
using Oms.Engine.Binding;
using Oms.Engine.Execution;

namespace Oms.Engine.Nodes;

/// <summary>Reads the global ids in a coerced input value, before C# makes an object of it.</summary>
internal abstract class NodeIdDecoder
{
    /// <summary>The value with ids instead of texts.</summary>
    /// <exception cref="Response.GraphQLException">A text is no id that is taken there.</exception>
    public abstract object? Decode(object? value);

    /// <summary>The value as a resolver's parameter asks for it.</summary>
    public object? Read(object? value, Type type) => InputValues.Convert(Decode(value), type);

    /// <summary>One id.</summary>
    /// <param name="serializer">Reads ids.</param>
    /// <param name="idType">The CLR type of the id.</param>
    /// <param name="expected">The object type whose ids are taken; null for every one.</param>
    /// <param name="place">Where the id is given.</param>
    internal sealed class Leaf(INodeIdSerializer serializer, Type idType, string? expected, string place) : NodeIdDecoder
    {
        /// <inheritdoc/>
        public override object? Decode(object? value)
        {
            if (value is not string text)
                return value;
            // Of another type the id may have another form, so that its type is looked at first.
            if (!serializer.TryParse(text, name => expected is null || name == expected ? idType : null, out var id))
                throw NodeRefusals.NoId(text);
            return expected is null || id.TypeName == expected ? id.InternalId : throw NodeRefusals.OtherType(text, id.TypeName, place, expected);
        }
    }

    /// <summary>A list.</summary>
    /// <param name="items">Reads the items.</param>
    internal sealed class Items(NodeIdDecoder items) : NodeIdDecoder
    {
        /// <inheritdoc/>
        public override object? Decode(object? value) =>
            value is IEnumerable list and not string ? list.Cast<object?>().Select(items.Decode).ToArray() : value == Absent.Value ? value : items.Decode(value);
    }

    /// <summary>An input object.</summary>
    internal sealed class Members : NodeIdDecoder
    {
        /// <summary>What reads the fields that hold ids, by their names.</summary>
        public Dictionary<string, NodeIdDecoder> ByName { get; } = new(StringComparer.Ordinal);

        /// <inheritdoc/>
        public override object? Decode(object? value) => value is IReadOnlyDictionary<string, object?> fields
            ? fields.ToDictionary(f => f.Key, f => ByName.TryGetValue(f.Key, out var member) ? member.Decode(f.Value) : f.Value, StringComparer.Ordinal)
            : value;
    }
}
