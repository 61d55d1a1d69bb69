using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Types;
using Oms.Engine.Validation;

namespace Oms.Engine.Limits;

/// <summary>Holds a valid document against <see cref="RequestLimitOptions"/>. The cost follows the size of the document, not of its expansion.</summary>
internal sealed class RequestLimits
{
    private readonly ValidationContext _context;
    private readonly RequestLimitOptions _options;
    private readonly SelectionGraph _graph;

    private RequestLimits(ValidationContext context, RequestLimitOptions options)
    {
        _context = context;
        _options = options;
        _graph = new SelectionGraph(context);
    }

    /// <summary>Reports what exceeds a limit to the context.</summary>
    /// <param name="context">The context of a validation that found nothing.</param>
    /// <param name="options">The limits.</param>
    public static void Check(ValidationContext context, RequestLimitOptions options)
    {
        if (options == RequestLimitOptions.None || SmallDocument.IsWithin(context.Document, options))
            return;
        var limits = new RequestLimits(context, options);
        limits.CheckDirectives();
        limits.CheckRootFields();
        limits.CheckDepth();
        limits.CheckAliases();
        limits.CheckSelectedFields();
        limits.CheckRepetitions();
    }

    private void CheckDepth()
    {
        if (_options.MaxExecutionDepth == int.MaxValue)
            return;
        foreach (var (operation, depth) in _graph.LongestWays(_ => 1))
            CheckMaximum(operation, depth, _options.MaxExecutionDepth, LimitErrorCodes.ExecutionDepth, "nests {0} fields; {1} are allowed");
    }

    private void CheckAliases()
    {
        if (_options.MaxAllowedAliases == int.MaxValue)
            return;
        foreach (var (operation, count) in _graph.Sums(selection => selection.Field!.Alias is null ? 0 : 1))
            CheckMaximum(operation, count, _options.MaxAllowedAliases, LimitErrorCodes.Aliases, "has {0} aliases; {1} are allowed");
    }

    private void CheckSelectedFields()
    {
        if (_options.MaxAllowedSelectedFields == int.MaxValue)
            return;
        foreach (var (operation, count) in _graph.Sums(_ => 1))
            CheckMaximum(operation, count, _options.MaxAllowedSelectedFields, LimitErrorCodes.Fields, "selects {0} fields; {1} are allowed");
    }

    // A field can stand on one way down no more often than it stands in the document, since no fragment spreads itself.
    private void CheckRepetitions()
    {
        var counts = new Dictionary<FieldDefinition, int>();
        foreach (var selection in _graph.Selections)
        {
            if (selection is { Field.SelectionSet: not null, Definition: { } definition })
                counts[definition] = counts.GetValueOrDefault(definition) + 1;
        }

        foreach (var (definition, count) in counts)
        {
            var (maximum, code) = MaximumOf(definition);
            if (count > maximum)
                CheckRepetition(definition, maximum, code);
        }
    }

    private void CheckRepetition(FieldDefinition definition, int maximum, string code)
    {
        if (!_context.Spend(_graph.Selections.Count))
            return;
        var ways = _graph.LongestWays(selection => ReferenceEquals(selection.Definition, definition) ? 1 : 0);
        foreach (var (operation, count) in ways)
            CheckMaximum(operation, count, maximum, code, $"nests the field \"{definition.Coordinate}\" {{0}} times; {{1}} are allowed");
    }

    private (int Maximum, string Code) MaximumOf(FieldDefinition definition)
    {
        if (!definition.DeclaringType.IsIntrospectionType)
            return (_options.MaxAllowedFieldCycleDepth, LimitErrorCodes.FieldCycleDepth);
        var maximum = definition.Name switch
        {
            "ofType" => _options.MaxAllowedOfTypeDepth,
            "fields" or "inputFields" or "interfaces" or "possibleTypes" => _options.MaxAllowedListRecursiveDepth,
            _ => int.MaxValue,
        };
        return (maximum, LimitErrorCodes.IntrospectionDepth);
    }

    private void CheckMaximum(OperationDefinitionNode operation, long actual, int maximum, string code, string text)
    {
        if (actual <= maximum)
            return;
        var name = operation.Name is null ? "The operation" : $"Operation \"{ValidationContext.Shorten(operation.Name.Value)}\"";
        var count = actual == int.MaxValue ? "more than two thousand million" : actual.ToString();
        _context.Report($"{name} {string.Format(text, count, maximum)}.", [operation.Location], code);
    }

    private void CheckRootFields()
    {
        if (_options.MaxAllowedRootFields == int.MaxValue)
            return;
        foreach (var operation in _context.Document.Definitions.OfType<OperationDefinitionNode>())
            CheckMaximum(operation, CountRootFields(operation), _options.MaxAllowedRootFields, LimitErrorCodes.RootFields, "has {0} root fields; {1} are allowed");
    }

    private int CountRootFields(OperationDefinitionNode operation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var fragments = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionSetNode>();
        pending.Push(operation.SelectionSet);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FieldNode field)
                    names.Add(field.ResponseName.Value);
                else if (selection is InlineFragmentNode inline)
                    pending.Push(inline.SelectionSet);
                else if (selection is FragmentSpreadNode spread && fragments.Add(spread.Name.Value))
                    pending.Push(_context.FindFragment(spread.Name.Value)!.SelectionSet);
            }

            if (!_context.Spend(set.Selections.Length))
                break;
        }

        return names.Count;
    }

    private void CheckDirectives()
    {
        if (_options.MaxAllowedDirectives == int.MaxValue)
            return;
        var pending = new Stack<SelectionSetNode>();
        foreach (var definition in _context.Document.Definitions.OfType<ExecutableDefinitionNode>())
        {
            CheckDirectives(definition.Directives);
            if (definition is OperationDefinitionNode operation)
            {
                foreach (var variable in operation.VariableDefinitions)
                    CheckDirectives(variable.Directives);
            }

            pending.Push(definition.SelectionSet);
            while (pending.TryPop(out var set))
                CheckDirectives(set, pending);
        }
    }

    private void CheckDirectives(SelectionSetNode set, Stack<SelectionSetNode> pending)
    {
        foreach (var selection in set.Selections)
        {
            CheckDirectives(selection.Directives);
            if (selection is FieldNode { SelectionSet: { } below })
                pending.Push(below);
            else if (selection is InlineFragmentNode inline)
                pending.Push(inline.SelectionSet);
        }
    }

    private void CheckDirectives(ImmutableArray<DirectiveNode> directives)
    {
        if (directives.Length > _options.MaxAllowedDirectives)
            _context.Report($"{directives.Length} directives stand at one place; {_options.MaxAllowedDirectives} are allowed.", [directives[0].Location], LimitErrorCodes.Directives);
    }
}
