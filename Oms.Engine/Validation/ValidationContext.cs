using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>What the rules share while one document is validated: the document's parts by name, its errors, and the budget of work.</summary>
internal sealed class ValidationContext
{
    // A document of 20,000 fields that is no attack needs a twentieth of it; spending all of it takes about a tenth of a second.
    private const int WorkBudget = 1_000_000;
    private const int MaxNameLength = 100;

    private readonly ValidationOptions _options;
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, ImmutableArray<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<ExecutableDefinitionNode, ImmutableArray<VariableUsage>> _usages = [];
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<FragmentDefinitionNode>> _reachable = [];
    private int _remainingWork = WorkBudget;

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        TypeInfo = new TypeInfo(schema);
        _options = options;
        foreach (var definition in document.Definitions)
            Register(definition);
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public TypeInfo TypeInfo { get; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Whether enough errors were found, or too much work was spent, for the walk to go on.</summary>
    public bool IsAborted { get; private set; }

    public bool AllowIntrospection => _options.AllowIntrospection;

    /// <summary>How many more errors would be reported.</summary>
    public int RemainingErrors => IsAborted ? 0 : _options.MaxAllowedErrors - _errors.Count;

    public int OperationCount { get; private set; }

    /// <summary>Names of types that the document itself defines, which an executable document may not.</summary>
    public HashSet<string>? DefinedTypes { get; private set; }

    /// <summary>Names of directives that the document itself defines, which an executable document may not.</summary>
    public HashSet<string>? DefinedDirectives { get; private set; }

    public static string Shorten(string name) => name.Length <= MaxNameLength ? name : string.Concat(name.AsSpan(0, MaxNameLength), "…");

    public FragmentDefinitionNode? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    public void Report(string message, SyntaxNode node) => Report(message, [node.Location]);

    public void Report(string message, SyntaxNode first, SyntaxNode second) => Report(message, [first.Location, second.Location]);

    public void Report(string message, ReadOnlySpan<Location> locations, string code = ErrorCodes.Validation)
    {
        if (IsAborted)
            return;
        var places = ImmutableArray.CreateBuilder<SourcePosition>();
        foreach (var location in locations[..Math.Min(locations.Length, _options.MaxLocationsPerError)])
        {
            if (!location.IsNone)
                places.Add(location.GetPosition());
        }

        _errors.Add(new GraphQLError(message) { Code = code, Locations = places.ToImmutable() });
        if (_errors.Count >= _options.MaxAllowedErrors)
            IsAborted = true;
    }

    /// <summary>Counts work that can grow faster than the document.</summary>
    /// <param name="work">Steps, each of a few nanoseconds.</param>
    /// <returns>False when the budget is used up; validation has then ended with an error that says so.</returns>
    public bool Spend(int work)
    {
        _remainingWork -= work;
        if (_remainingWork >= 0)
            return !IsAborted;
        Abort("The document is too complex to be validated.");
        return false;
    }

    /// <summary>Ends validation with an error, whatever was found before.</summary>
    /// <param name="message">Why.</param>
    public void Abort(string message)
    {
        Report(message, []);
        IsAborted = true;
    }

    public void SetVariableUsages(ExecutableDefinitionNode definition, ImmutableArray<VariableUsage> usages) => _usages[definition] = usages;

    /// <summary>The uses of variables in one definition, once the walk has left it.</summary>
    /// <param name="definition">An operation or fragment.</param>
    public ImmutableArray<VariableUsage> GetVariableUsages(ExecutableDefinitionNode definition) => _usages.GetValueOrDefault(definition, []);

    /// <summary>The spreads within a selection set, those of nested selection sets last.</summary>
    /// <param name="selectionSet">The selection set of an operation or fragment.</param>
    public ImmutableArray<FragmentSpreadNode> GetSpreads(SelectionSetNode selectionSet)
    {
        if (!_spreads.TryGetValue(selectionSet, out var spreads))
            _spreads.Add(selectionSet, spreads = CollectSpreads(selectionSet));
        return spreads;
    }

    /// <summary>The fragments an operation spreads, directly or through others, each once.</summary>
    /// <param name="operation">The operation.</param>
    public IReadOnlyList<FragmentDefinitionNode> GetReachableFragments(OperationDefinitionNode operation)
    {
        if (!_reachable.TryGetValue(operation, out var fragments))
            _reachable.Add(operation, fragments = CollectReachable(operation));
        return fragments;
    }

    private static ImmutableArray<FragmentSpreadNode> CollectSpreads(SelectionSetNode selectionSet)
    {
        var spreads = ImmutableArray.CreateBuilder<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>();
        pending.Push(selectionSet);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } nested }:
                        pending.Push(nested);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        return spreads.ToImmutable();
    }

    private List<FragmentDefinitionNode> CollectReachable(OperationDefinitionNode operation)
    {
        var found = new List<FragmentDefinitionNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        AddSpread(operation.SelectionSet, seen, found);
        for (var i = 0; i < found.Count && !IsAborted; i++)
            AddSpread(found[i].SelectionSet, seen, found);
        return found;
    }

    private void AddSpread(SelectionSetNode selectionSet, HashSet<string> seen, List<FragmentDefinitionNode> found)
    {
        var spreads = GetSpreads(selectionSet);
        if (!Spend(spreads.Length))
            return;
        foreach (var spread in spreads)
        {
            if (seen.Add(spread.Name.Value) && FindFragment(spread.Name.Value) is { } fragment)
                found.Add(fragment);
        }
    }

    private void Register(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode:
                OperationCount++;
                break;
            case FragmentDefinitionNode fragment:
                _fragments[fragment.Name.Value] = fragment;
                break;
            case TypeDefinitionNode type:
                (DefinedTypes ??= new HashSet<string>(StringComparer.Ordinal)).Add(type.Name.Value);
                break;
            case DirectiveDefinitionNode directive:
                (DefinedDirectives ??= new HashSet<string>(StringComparer.Ordinal)).Add(directive.Name.Value);
                break;
        }
    }
}
