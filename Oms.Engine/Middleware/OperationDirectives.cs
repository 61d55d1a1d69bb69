using System.Collections.Immutable;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>Gives directives that clients apply to fields of their operations the meaning that the server registered, when an operation is compiled.</summary>
internal sealed class OperationDirectives
{
    private readonly Dictionary<string, (DirectiveDefinition Definition, DirectiveMiddleware Middleware)> known;

    private OperationDirectives(Dictionary<string, (DirectiveDefinition Definition, DirectiveMiddleware Middleware)> known) => this.known = known;

    /// <summary>Those of a schema; null when it has none with a meaning of the server's own.</summary>
    public static OperationDirectives? Of(Schema schema, SchemaSetup setup)
    {
        var known = new Dictionary<string, (DirectiveDefinition, DirectiveMiddleware)>(StringComparer.Ordinal);
        foreach (var (name, middleware) in setup.DirectiveMiddleware)
            if (schema.TryGetDirective(name, out var definition) && definition.Locations.HasFlag(DirectiveLocations.Field))
                known[name] = (definition, middleware);
        return known.Count == 0 ? null : new OperationDirectives(known);
    }

    /// <summary>The binding with what the directives of a selected field stand for around it.</summary>
    public FieldBinding? Around(FieldBinding? binding, ObjectType type, FieldDefinition field, ImmutableArray<FieldNode> nodes) =>
        binding is null || field.IsMetaField || type.IsIntrospectionType || MiddlewareOf(nodes) is not { Length: > 0 } middleware ? binding : FieldPipelines.Around(binding, middleware);

    private FieldMiddleware[] MiddlewareOf(ImmutableArray<FieldNode> nodes)
    {
        var found = new List<FieldMiddleware>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var directive in nodes.SelectMany(n => n.Directives))
            // Selections that were merged may carry the same one.
            if (known.TryGetValue(directive.Name.Value, out var one) && (seen.Add(directive.Name.Value) || one.Definition.IsRepeatable))
                found.Add(Of(directive, one.Definition, one.Middleware));
        return [.. found];
    }

    // Where variables decide it is put together for each call.
    private static FieldMiddleware Of(DirectiveNode node, DirectiveDefinition definition, DirectiveMiddleware middleware) =>
        !node.Arguments.Any(a => ArgumentCoercion.HasVariable(a.Value))
            ? next => middleware(next, new AppliedDirective(definition, node))
            : next => context => middleware(next, new AppliedDirective(definition, With(node, ((MiddlewareContext)context).Resolver.Operation.Variables)))(context);

    private static DirectiveNode With(DirectiveNode node, VariableValues variables) => new(
        node.Location,
        node.Name,
        [
            .. node.Arguments.Where(a => a.Value is not VariableNode v || variables.Get(v.Name.Value) != Absent.Value)
                .Select(a => new ArgumentNode(a.Location, a.Name, VariableSubstitution.Apply(a.Value, variables))),
        ]);
}
