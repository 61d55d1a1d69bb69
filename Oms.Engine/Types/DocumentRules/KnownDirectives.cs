namespace Oms.Engine.Types.DocumentRules;

/// <summary>Every directive that is applied is defined, and for that kind of place (spec 3.13).</summary>
internal sealed class KnownDirectives : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        foreach (var site in context.Index.DirectiveSites)
        {
            var place = DirectiveLocationNames.GetName(site.Location);
            foreach (var directive in site.Directives)
            {
                var name = directive.Name.Value;
                if (!context.Directives.TryGetValue(name, out var definition))
                    context.Report(this, $"Unknown directive \"@{name}\".", null, directive);
                else if (!definition.Locations.Any(l => l.Value == place))
                    context.Report(this, $"Directive \"@{name}\" may not be used on {place}.", "@" + name, directive);
            }
        }
    }
}
