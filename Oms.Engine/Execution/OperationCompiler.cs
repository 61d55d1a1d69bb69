using System.Collections.Immutable;
using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>Compiles an operation of a valid document: collects fields (spec 6.3.2) and merges selections ahead of any request.</summary>
internal sealed class OperationCompiler
{
    // Bounds what merging fragments can make of a small document; far above what a person writes.
    private const int MaxFields = 200_000;

    private readonly SchemaBinding binding;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments;
    private readonly System.Collections.Concurrent.ConcurrentQueue<FieldPlan> authorized = [];
    private readonly HashSet<string> nullable;
    private int count;
    private int visited;

    private OperationCompiler(SchemaBinding binding, DocumentNode document, List<VariablePlan> variables)
    {
        this.binding = binding;
        nullable = [.. variables.Where(v => !v.Type.IsNonNull).Select(v => v.Name)];
        fragments = document.Definitions.OfType<FragmentDefinitionNode>().DistinctBy(f => f.Name.Value).ToDictionary(f => f.Name.Value);
    }

    private Schema Schema => binding.Schema;

    /// <summary>Compiles; or says why a variable can not be used.</summary>
    public static OperationPlan? Compile(SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation, out ImmutableArray<GraphQLError> errors)
    {
        var problems = ImmutableArray.CreateBuilder<GraphQLError>();
        var variables = new List<VariablePlan>();
        foreach (var node in operation.VariableDefinitions)
        {
            if (VariablePlan.TryCreate(binding.Schema, node, out var error) is { } variable)
                variables.Add(variable);
            else
                problems.Add(error!);
        }

        if (binding.Schema.GetRootType(operation.Operation) is not { } root)
            problems.Add(new GraphQLError($"The schema has no {operation.Operation.ToString().ToLowerInvariant()} type.") { Code = ErrorCodes.OperationNotFound });
        errors = problems.ToImmutable();
        if (errors.Length > 0)
            return null;
        var compiler = new OperationCompiler(binding, document, variables);
        var rootType = binding.Schema.GetRootType(operation.Operation)!;
        var rootPlan = compiler.CompileObject(rootType, [(operation.SelectionSet, Inclusion.Always)]);
        return new OperationPlan(operation, rootPlan, [.. variables], [.. compiler.authorized]);
    }

    private ObjectPlan CompileObject(ObjectType type, IReadOnlyList<(SelectionSetNode Set, Inclusion Inclusion)> sets)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var groups = new List<Group>();
        var byName = new Dictionary<string, Group>(StringComparer.Ordinal);
        var guards = new List<Inclusion>();
        foreach (var (set, inclusion) in sets)
            Collect(type, set, inclusion, groups, byName, [], guards);
        return new ObjectPlan(type, [.. groups.Select(g => PlanField(type, g)).OfType<FieldPlan>()], [.. guards]);
    }

    private void Collect(
        ObjectType type, SelectionSetNode set, Inclusion inclusion, List<Group> groups, Dictionary<string, Group> byName, ImmutableHashSet<string> open, List<Inclusion> guards)
    {
        foreach (var selection in set.Selections)
        {
            // Conditional fragments may be taken in more than once; this ends what would double without end.
            CountOrStop(ref visited);
            if (inclusion.And(selection.Directives) is not { } here)
                continue;
            if (!ReferenceEquals(here, inclusion) && here.Asks(nullable))
                guards.Add(here);
            switch (selection)
            {
                case FieldNode field:
                    AddField(field, here, groups, byName);
                    break;
                case InlineFragmentNode inline when Applies(type, inline.TypeCondition):
                    Collect(type, inline.SelectionSet, here, groups, byName, open, guards);
                    break;
                case FragmentSpreadNode spread when !open.Contains(spread.Name.Value)
                    && fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(type, fragment.TypeCondition)
                    && IsNew(spread.Name.Value, here, byName):
                    Collect(type, fragment.SelectionSet, here, groups, byName, open.Add(spread.Name.Value), guards);
                    break;
            }
        }
    }

    // A fragment that was taken in unconditionally once adds nothing the second time (spec 6.3.2, visitedFragments).
    private static bool IsNew(string name, Inclusion inclusion, Dictionary<string, Group> byName)
    {
        var key = "..." + name;
        if (byName.ContainsKey(key))
            return false;
        if (inclusion.IsAlways)
            byName[key] = new Group(inclusion);
        return true;
    }

    private static void AddField(FieldNode field, Inclusion inclusion, List<Group> groups, Dictionary<string, Group> byName)
    {
        var name = field.ResponseName.Value;
        if (!byName.TryGetValue(name, out var group))
        {
            byName[name] = group = new Group(inclusion);
            groups.Add(group);
        }
        else
        {
            group.Inclusion = group.Inclusion.Or(inclusion);
        }

        group.Nodes.Add((field, inclusion));
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition) =>
        condition is null || (Schema.TryGetType(condition.Name.Value, out var named) && named.PossibleTypes.Contains(type));

    private FieldPlan? PlanField(ObjectType type, Group group)
    {
        var node = group.Nodes[0].Node;
        if (Schema.FindField(type, node.Name.Value) is not { } field)
            return null;
        CountOrStop(ref count);
        var plan = new FieldPlan(type, field, binding.BindingOf(type, field), [.. group.Nodes.Select(n => n.Node)], group.Inclusion)
        {
            Authorize = binding.AuthorizeOf(type, field),
        };
        if (!plan.Authorize.IsEmpty)
            authorized.Enqueue(plan);
        plan.ConstantArguments = ArgumentCoercion.Constant(plan);
        if (field.Type.NamedType.IsCompositeType)
        {
            (SelectionSetNode, Inclusion)[] sets = [.. group.Nodes.Where(n => n.Node.SelectionSet is not null).Select(n => (n.Node.SelectionSet!, n.Inclusion))];
            plan.Children = new CompositePlan(field.Type.NamedType, binding.MayAwait(field.Type.NamedType), t => CompileObject(t, sets));
        }

        return plan;
    }

    private static void CountOrStop(ref int counter)
    {
        if (Interlocked.Increment(ref counter) > MaxFields)
            throw new GraphQLException(new GraphQLError("The operation selects too many fields.") { Code = "OPERATION_TOO_LARGE" });
    }

    private sealed class Group(Inclusion inclusion)
    {
        public Inclusion Inclusion { get; set; } = inclusion;

        public List<(FieldNode Node, Inclusion Inclusion)> Nodes { get; } = [];
    }
}
