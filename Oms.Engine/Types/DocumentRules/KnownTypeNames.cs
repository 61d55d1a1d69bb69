namespace Oms.Engine.Types.DocumentRules;

/// <summary>Every type that is referred to is defined (spec 3.4).</summary>
internal sealed class KnownTypeNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        var known = context.Document.TypeDefinitions.Concat(context.Document.DefaultTypes)
            .Select(d => d.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in context.Index.TypeReferences)
        {
            var name = reference.Name.Value;
            if (!known.Contains(name) && !BuiltInDefinitions.TypeNames.Contains(name))
                context.Report(this, $"Unknown type \"{name}\".", null, reference);
        }
    }
}
