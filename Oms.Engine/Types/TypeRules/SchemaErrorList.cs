using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>The violations that the type rules find.</summary>
internal sealed class SchemaErrorList
{
    private readonly ImmutableArray<SchemaError>.Builder _errors = ImmutableArray.CreateBuilder<SchemaError>();

    public ImmutableArray<SchemaError> ToImmutable() => _errors.ToImmutable();

    /// <summary>Adds a violation.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="member">The member at fault; null for the schema as a whole.</param>
    /// <param name="nodes">The places; those that are null or stand in no source are left out.</param>
    public void Add(string message, TypeSystemMember? member, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<Location>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is { Location.IsNone: false })
                locations.Add(node.Location);
        }

        _errors.Add(new SchemaError(SchemaErrorPhase.TypeSystem, message, locations.DrainToImmutable(), member?.Coordinate));
    }
}
