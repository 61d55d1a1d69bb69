using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Rewrites the fields of object types and interfaces, where a directive stands for something more.</summary>
internal static class FieldExpansion
{
    /// <summary>The definition with those of its fields rewritten that have to be; itself when there are none.</summary>
    /// <param name="definition">The definition or extension.</param>
    /// <param name="applies">Whether a field is rewritten.</param>
    /// <param name="expand">Rewrites it.</param>
    /// <returns>The definition.</returns>
    public static DefinitionNode Of(DefinitionNode definition, Func<FieldDefinitionNode, bool> applies, Func<FieldDefinitionNode, FieldDefinitionNode> expand)
    {
        if (definition is not IHasFields composite || !composite.Fields.Any(applies))
            return definition;
        ImmutableArray<FieldDefinitionNode> fields = [.. composite.Fields.Select(f => applies(f) ? expand(f) : f)];
        return definition switch
        {
            ObjectTypeDefinitionNode t => new ObjectTypeDefinitionNode(t.Location, t.Description, t.Name, t.Interfaces, t.Directives, fields),
            ObjectTypeExtensionNode t => new ObjectTypeExtensionNode(t.Location, t.Name, t.Interfaces, t.Directives, fields),
            InterfaceTypeDefinitionNode t => new InterfaceTypeDefinitionNode(t.Location, t.Description, t.Name, t.Interfaces, t.Directives, fields),
            InterfaceTypeExtensionNode t => new InterfaceTypeExtensionNode(t.Location, t.Name, t.Interfaces, t.Directives, fields),
            _ => definition,
        };
    }

    /// <summary>Whether something is to be expanded: a document that defines a directive itself says itself what stands behind it.</summary>
    /// <param name="definitions">The documents' definitions.</param>
    /// <param name="directives">The directives.</param>
    /// <returns>Whether a field has one of them.</returns>
    public static bool IsNeeded(IReadOnlyCollection<DefinitionNode> definitions, params ReadOnlySpan<string> directives)
    {
        foreach (var name in directives)
            if (definitions.OfType<DirectiveDefinitionNode>().Any(d => d.Name.Value == name))
                return false;
        foreach (var name in directives)
            if (definitions.OfType<IHasFields>().Any(d => d.Fields.Any(f => f.Directives.Any(a => a.Name.Value == name))))
                return true;
        return false;
    }
}
