using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>What the rules see, and where they report.</summary>
internal sealed class SchemaDocumentContext(SchemaDocument document)
{
    private readonly ImmutableArray<SchemaError>.Builder _errors = ImmutableArray.CreateBuilder<SchemaError>();

    public SchemaDocument Document { get; } = document;

    public SchemaDocumentIndex Index { get; } = new(document);

    /// <summary>The directives that hold, by name; of several definitions the last.</summary>
    public Dictionary<string, DirectiveDefinitionNode> Directives { get; } = FindDirectives(document);

    public ImmutableArray<SchemaError> GetErrors() => _errors.ToImmutable();

    public void Report(SchemaDocumentRule rule, string message, string? coordinate, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<Location>(nodes.Length);
        foreach (var node in nodes)
            locations.Add(node.Location);
        _errors.Add(new SchemaError(SchemaErrorPhase.Document, message, locations.DrainToImmutable(), coordinate, rule.Name));
    }

    /// <summary>Reports each name after the first of its kind, together with the first.</summary>
    public void ReportRepeated(SchemaDocumentRule rule, IEnumerable<NameNode> names, Func<string, string> message, Func<string, string?> coordinate)
    {
        var first = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!first.TryAdd(name.Value, name))
                Report(rule, message(name.Value), coordinate(name.Value), first[name.Value], name);
        }
    }

    /// <summary>Reports all names that occur more than once, as one violation each.</summary>
    public void ReportGrouped(SchemaDocumentRule rule, IEnumerable<NameNode> names, Func<string, string> message, Func<string, string?> coordinate)
    {
        foreach (var group in names.GroupBy(n => n.Value, StringComparer.Ordinal))
        {
            SyntaxNode[] nodes = [.. group];
            if (nodes.Length > 1)
                Report(rule, message(group.Key), coordinate(group.Key), nodes);
        }
    }

    private static Dictionary<string, DirectiveDefinitionNode> FindDirectives(SchemaDocument document)
    {
        var directives = new Dictionary<string, DirectiveDefinitionNode>(StringComparer.Ordinal);
        foreach (var directive in document.DefaultDirectives.Concat(document.DirectiveDefinitions))
            directives[directive.Name.Value] = directive;
        return directives;
    }
}
