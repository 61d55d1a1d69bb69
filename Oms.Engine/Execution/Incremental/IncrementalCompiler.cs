using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution.Incremental;

/// <summary>
/// Compiles an operation with <c>@defer</c> or <c>@stream</c> in force. What each part holds is known before any request: a field that is
/// selected at once is never deferred as well, and one that several uses defer is executed once for all of them.
/// </summary>
internal sealed class IncrementalCompiler
{
    private readonly SchemaBinding binding;
    private readonly SelectionConditions conditions;
    private readonly VariableValues variables;
    private readonly bool isSubscription;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly List<FieldPlan> authorized = [];
    private int slots;
    private int count;
    private int visited;
    private int usages;

    private IncrementalCompiler(SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation, VariableValues variables)
    {
        this.binding = binding;
        this.variables = variables;
        conditions = new SelectionConditions(variables);
        isSubscription = operation.Operation == OperationType.Subscription;
        foreach (var definition in document.Definitions)
            if (definition is FragmentDefinitionNode fragment)
                fragments.TryAdd(fragment.Name.Value, fragment);
    }

    /// <summary>Compiles an operation whose root type the schema has.</summary>
    /// <exception cref="GraphQLException">It selects more than can be planned.</exception>
    public static OperationPlan Compile(
        SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation, VariablePlan[] definitions, VariableValues variables)
    {
        var compiler = new IncrementalCompiler(binding, document, operation, variables);
        var root = compiler.CompileObject(binding.Schema.GetRootType(operation.Operation)!, [(operation.SelectionSet, null)], []);
        return new OperationPlan(operation, root, definitions, [.. compiler.authorized], compiler.slots);
    }

    private ObjectPlan CompileObject(ObjectType type, (SelectionSetNode Set, DeferUsage? Usage)[] sets, DeferUsage[] within)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var collected = new CollectedSelection();
        foreach (var (set, usage) in sets)
            Collect(type, set, usage, collected);
        var atOnce = new List<FieldPlan>();
        var later = new Dictionary<string, (DeferUsage[] Usages, List<FieldPlan> Fields)>(StringComparer.Ordinal);
        foreach (var field in collected.Fields)
        {
            var delivery = field.Delivery();
            if (PlanField(type, field, delivery) is not { } plan)
                continue;
            if (delivery.AsSpan().SequenceEqual(within))
                atOnce.Add(plan);
            else if (later.TryGetValue(KeyOf(delivery), out var part))
                part.Fields.Add(plan);
            else
                later[KeyOf(delivery)] = (delivery, [plan]);
        }

        return new ObjectPlan(type, [.. atOnce], collected.Fault)
        {
            Deferred = later.Count == 0 && collected.Usages.Count == 0
                ? null
                : new DeferredSelection([.. collected.Usages], [.. later.Values.Select(part => new DeferredPart(part.Usages, new ObjectPlan(type, [.. part.Fields], null)))]),
        };
    }

    private static string KeyOf(DeferUsage[] delivery) => string.Join(',', delivery.Select(usage => usage.Number));

    private void Collect(ObjectType type, SelectionSetNode set, DeferUsage? usage, CollectedSelection collected)
    {
        foreach (var selection in set.Selections)
        {
            OperationCompiler.CountOrStop(ref visited);
            var isThere = conditions.Includes(selection.Directives, out var fault);
            if (fault is not null)
                collected.Fail($"The condition ${fault.Name.Value} must not be null.", fault);
            if (!isThere)
                continue;
            switch (selection)
            {
                case FieldNode field:
                    collected.Add(field, usage);
                    break;
                case InlineFragmentNode inline when Applies(type, inline.TypeCondition):
                    var inner = Deferred(inline, usage, collected);
                    if (inner != usage)
                        collected.Usages.Add(inner!);
                    Collect(type, inline.SelectionSet, inner, collected);
                    break;
                case FragmentSpreadNode spread when fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(type, fragment.TypeCondition):
                    CollectFragment(type, spread, fragment, usage, collected);
                    break;
            }
        }
    }

    private void CollectFragment(ObjectType type, FragmentSpreadNode spread, FragmentDefinitionNode fragment, DeferUsage? usage, CollectedSelection collected)
    {
        var inner = Deferred(spread, usage, collected);
        if (!collected.Visit(spread.Name.Value, inner?.Directive))
            return;
        if (inner != usage)
            collected.Usages.Add(inner!);
        Collect(type, fragment.SelectionSet, inner, collected);
    }

    // The use that the fields of a fragment stand in: the one around it, unless it is deferred itself.
    private DeferUsage? Deferred(SelectionNode fragment, DeferUsage? usage, CollectedSelection collected)
    {
        if (IncrementalDirectives.Find(fragment.Directives, IncrementalDirectives.Defer) is not { } directive)
            return usage;
        var isInForce = IncrementalDirectives.IsInForce(directive, variables, out var fault);
        if (fault is not null)
            collected.Fail($"The condition ${fault.Name.Value} must not be null.", fault);
        if (!isInForce)
            return usage;
        if (!isSubscription)
            return new DeferUsage(usages++, directive, IncrementalDirectives.LabelOf(directive), usage);
        collected.Fail("@defer is not supported in subscriptions; set its argument \"if\" to false.", directive);
        return usage;
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition) =>
        condition is null || (binding.Schema.TryGetType(condition.Name.Value, out var named) && named.IsPossibleType(type));

    private FieldPlan? PlanField(ObjectType type, CollectedField collected, DeferUsage[] within)
    {
        if (binding.Schema.FindField(type, collected.Nodes[0].Name.Value) is not { } field)
            return null;
        OperationCompiler.CountOrStop(ref count);
        var stream = field.Type.NullableType.ItemType is null ? null : StreamOf(type, field, collected);
        var plan = Plan(type, field, collected, (sets, t) => CompileObject(t, sets, within), stream);
        if (!plan.Authorize.IsEmpty)
            lock (authorized)
                authorized.Add(plan);
        return plan;
    }

    private FieldPlan Plan(
        ObjectType type,
        FieldDefinition field,
        CollectedField collected,
        Func<(SelectionSetNode Set, DeferUsage? Usage)[], ObjectType, ObjectPlan> compile,
        StreamUsage? stream)
    {
        var plan = new FieldPlan(type, field, binding.BindingOf(type, field, [.. collected.Nodes]), [.. collected.Nodes]) { Authorize = binding.AuthorizeOf(type, field), Stream = stream };
        plan.ConstantArguments = ArgumentCoercion.Constant(plan);
        if (plan.ConstantArguments is null)
            plan.ArgumentSlot = Interlocked.Increment(ref slots) - 1;
        if (!field.Type.NamedType.IsCompositeType)
            return plan;
        (SelectionSetNode, DeferUsage?)[] sets =
            [.. collected.Nodes.Zip(collected.Usages).Where(n => n.First.SelectionSet is not null).Select(n => (n.First.SelectionSet!, n.Second))];
        // What lies behind an abstract type is not known yet, and may be streamed.
        plan.Children = new CompositePlan(field.Type.NamedType, mayAwait: true, t => compile(sets, t));
        return plan;
    }

    // The items that come later are answers of their own: nothing around the list defers them.
    private StreamUsage? StreamOf(ObjectType type, FieldDefinition field, CollectedField collected)
    {
        if (IncrementalDirectives.Find(collected.Nodes[0].Directives, IncrementalDirectives.Stream) is not { } directive)
            return null;
        var isInForce = IncrementalDirectives.IsInForce(directive, variables, out var condition);
        if (!isInForce && condition is null)
            return null;
        var fault = condition is not null ? Fault($"The condition ${condition.Name.Value} must not be null.", condition)
            : isSubscription ? Fault("@stream is not supported in subscriptions; set its argument \"if\" to false.", directive)
            : null;
        var item = Plan(type, field, collected, (sets, t) => CompileObject(t, [.. sets.Select(s => (s.Set, (DeferUsage?)null))], []), stream: null);
        return new StreamUsage(IncrementalDirectives.LabelOf(directive), IncrementalDirectives.ArgumentOf(directive, "initialCount"), item, fault);
    }

    private static GraphQLError Fault(string message, SyntaxNode place) => ErrorBuilder.New().SetMessage(message).AddLocation(place.Location).Build();
}
