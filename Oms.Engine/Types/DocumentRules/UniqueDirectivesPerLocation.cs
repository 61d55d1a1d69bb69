using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>A directive that is not repeatable is applied at most once to one thing, a type and its extensions being one (spec 3.13).</summary>
internal sealed class UniqueDirectivesPerLocation : SchemaDocumentRule
{
    private static readonly object SchemaKey = new();

    public override void Check(SchemaDocumentContext context)
    {
        var seen = new Dictionary<(object Owner, string Name), DirectiveNode>();
        foreach (var site in context.Index.DirectiveSites)
        {
            var owner = OwnerOf(site.Node);
            foreach (var directive in site.Directives)
            {
                var name = directive.Name.Value;
                if (!context.Directives.TryGetValue(name, out var definition) || definition.IsRepeatable)
                    continue;
                if (!seen.TryAdd((owner, name), directive))
                    Report(context, seen[(owner, name)], directive);
            }
        }
    }

    private static object OwnerOf(SyntaxNode node) => node switch
    {
        SchemaDefinitionNode or SchemaExtensionNode => SchemaKey,
        TypeDefinitionNode type => type.Name.Value,
        TypeExtensionNode type => type.Name.Value,
        _ => node,
    };

    private void Report(SchemaDocumentContext context, DirectiveNode first, DirectiveNode second) => context.Report(
        this,
        $"The directive \"@{second.Name.Value}\" can only be used once at this location.",
        "@" + second.Name.Value,
        first,
        second);
}
