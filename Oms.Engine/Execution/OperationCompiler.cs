using System.Collections.Immutable;
using Oms.Engine.Binding;
using Oms.Engine.Introspection;
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
    private readonly SelectionConditions conditions;
    private readonly Dictionary<string, FragmentDefinitionNode>? fragments;
    private readonly List<FieldPlan> authorized = [];
    private int count;
    private int visited;
    private int slots;

    private OperationCompiler(SchemaBinding binding, DocumentNode document, SelectionConditions conditions)
    {
        this.binding = binding;
        this.conditions = conditions;
        foreach (var definition in document.Definitions)
            if (definition is FragmentDefinitionNode fragment)
                (fragments ??= new(StringComparer.Ordinal)).TryAdd(fragment.Name.Value, fragment);
    }

    private Schema Schema => binding.Schema;

    /// <summary>Compiles an operation whose root type the schema has.</summary>
    /// <exception cref="GraphQLException">It selects more than can be planned.</exception>
    public static OperationPlan Compile(
        SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation, VariablePlan[] variables, SelectionConditions conditions)
    {
        var compiler = new OperationCompiler(binding, document, conditions);
        var root = compiler.CompileObject(binding.Schema.GetRootType(operation.Operation)!, [operation.SelectionSet]);
        return new OperationPlan(operation, root, variables, [.. compiler.authorized], compiler.slots);
    }

    private ObjectPlan CompileObject(ObjectType type, SelectionSetNode[] sets)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (sets is [var plain] && PlainSelections.IsPlain(plain))
            return CompilePlain(type, plain);
        var collected = new CollectedFields();
        foreach (var set in sets)
            Collect(type, set, collected);
        var fields = new List<FieldPlan>(collected.Groups.Count);
        foreach (var nodes in collected.Groups)
            if (PlanField(type, [.. nodes]) is { } field)
                fields.Add(field);
        return new ObjectPlan(type, [.. fields], collected.Fault);
    }

    private ObjectPlan CompilePlain(ObjectType type, SelectionSetNode set)
    {
        var (fields, planned) = (new FieldPlan[set.Selections.Length], 0);
        foreach (var selection in set.Selections)
        {
            CountOrStop(ref visited);
            if (PlanField(type, [(FieldNode)selection]) is { } field)
                fields[planned++] = field;
        }

        return new ObjectPlan(type, planned == fields.Length ? fields : fields[..planned], null);
    }

    private void Collect(ObjectType type, SelectionSetNode set, CollectedFields collected)
    {
        foreach (var selection in set.Selections)
        {
            CountOrStop(ref visited);
            var isThere = conditions.Includes(selection.Directives, out var fault);
            if (fault is not null)
                collected.Fail(fault);
            if (!isThere)
                continue;
            switch (selection)
            {
                case FieldNode field:
                    collected.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(type, inline.TypeCondition):
                    Collect(type, inline.SelectionSet, collected);
                    break;
                // A fragment that was taken in once adds nothing the second time.
                case FragmentSpreadNode spread when collected.Visit(spread.Name.Value)
                    && fragments is not null && fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(type, fragment.TypeCondition):
                    Collect(type, fragment.SelectionSet, collected);
                    break;
            }
        }
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition) =>
        condition is null || (Schema.TryGetType(condition.Name.Value, out var named) && named.IsPossibleType(type));

    private FieldPlan? PlanField(ObjectType type, ImmutableArray<FieldNode> nodes)
    {
        if (Schema.FindField(type, nodes[0].Name.Value) is not { } field)
            return null;
        CountOrStop(ref count);
        // The name of a type is in the schema already; nobody is asked for it, and nothing refuses it.
        var plan = new FieldPlan(type, field, binding.BindingOf(type, field, nodes), nodes)
        {
            Authorize = field == Schema.TypeNameMetaField ? [] : binding.AuthorizeOf(type, field),
        };
        if (!plan.Authorize.IsEmpty)
            lock (authorized)
                authorized.Add(plan);
        plan.ConstantArguments = ArgumentCoercion.Constant(plan);
        if (plan.ConstantArguments is null)
            plan.ArgumentSlot = Interlocked.Increment(ref slots) - 1;
        if (field.Type.NamedType.IsCompositeType)
        {
            SelectionSetNode[] sets = nodes is [{ SelectionSet: { } only }] ? [only] : [.. nodes.Select(n => n.SelectionSet).OfType<SelectionSetNode>()];
            plan.Children = new CompositePlan(field.Type.NamedType, binding.MayAwait(field.Type.NamedType), t => CompileObject(t, sets));
        }

        plan.IsConstantIntrospection = (field == Schema.SchemaMetaField || field == Schema.TypeMetaField) && IntrospectionAnswers.IsConstant(plan);
        return plan;
    }

    /// <summary>Counts what a small document may make much of.</summary>
    /// <exception cref="GraphQLException">It is too much.</exception>
    public static void CountOrStop(ref int counter)
    {
        if (Interlocked.Increment(ref counter) > MaxFields)
            throw new GraphQLException(new GraphQLError("The operation selects too many fields.") { Code = "OPERATION_TOO_LARGE" });
    }
}
