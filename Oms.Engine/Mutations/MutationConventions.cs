using System.Collections.Immutable;
using Oms.Engine.Configuration;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Mutations;

/// <summary>
/// Rewrites fields of the mutation type: their arguments move into an input object, and what they return into a payload beside the errors they declare.
/// Types that the document defines are taken as they are.
/// </summary>
/// <param name="options">The names.</param>
/// <param name="setup">Where the resolvers are found, which declare the errors.</param>
internal sealed class MutationConventions(MutationConventionOptions options, SchemaSetup setup)
{
    /// <summary>The directive that asks for the conventions, or refuses them.</summary>
    public const string Directive = "useMutationConvention";

    private readonly List<MutationConvention> conventions = [];

    /// <summary>The fields that were rewritten.</summary>
    public IReadOnlyList<MutationConvention> Conventions => conventions;

    /// <summary>Rewrites what follows the conventions.</summary>
    public IReadOnlyList<DefinitionNode> Expand(IReadOnlyList<DefinitionNode> definitions, List<DefinitionNode> defaults, List<SchemaError> errors)
    {
        conventions.Clear();
        var root = definitions.OfType<SchemaDefinitionNode>().SelectMany(s => s.OperationTypes)
            .FirstOrDefault(o => o.Operation == OperationType.Mutation)?.Type.Name.Value ?? "Mutation";
        List<string> problems = [];
        var errorTypes = new ErrorTypeGenerator(definitions, setup, problems);
        DefinitionNode[] expanded = [.. definitions.Select(d => d switch
        {
            ObjectTypeDefinitionNode t when t.Name.Value == root => new ObjectTypeDefinitionNode(t.Location, t.Description, t.Name, t.Interfaces, t.Directives, Rewrite(t.Fields)),
            ObjectTypeExtensionNode t when t.Name.Value == root => new ObjectTypeExtensionNode(t.Location, t.Name, t.Interfaces, t.Directives, Rewrite(t.Fields)),
            _ => d,
        })];
        errors.AddRange(problems.Distinct().Select(p => new SchemaError(SchemaErrorPhase.Binding, p, [])));
        return expanded;

        ImmutableArray<FieldDefinitionNode> Rewrite(ImmutableArray<FieldDefinitionNode> fields) =>
            [.. fields.Select(f => new MutationRewriting(f, options, setup, root, errorTypes, defaults, problems)).Select(r => r.Rewrite(conventions))];
    }
}
