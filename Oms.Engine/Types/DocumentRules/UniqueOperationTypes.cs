using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>Each kind of operation has at most one root type (spec 3.3.1).</summary>
internal sealed class UniqueOperationTypes : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        var first = new Dictionary<OperationType, OperationTypeDefinitionNode>();
        foreach (var definition in context.Document.Definitions.OfType<IHasOperationTypes>().SelectMany(d => d.OperationTypes))
        {
            if (first.TryAdd(definition.Operation, definition))
                continue;
            var operation = definition.Operation.ToString().ToLowerInvariant();
            context.Report(this, $"There can be only one {operation} type in the schema.", null, first[definition.Operation], definition);
        }
    }
}
