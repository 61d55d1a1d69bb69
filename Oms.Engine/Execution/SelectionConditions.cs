using System.Collections.Immutable;
using Oms.Engine.Execution.Incremental;
using Oms.Engine.Language;

namespace Oms.Engine.Execution;

/// <summary>
/// What <c>@skip</c> and <c>@include</c> come to for the variables of one request (spec 3.13.1 and 3.13.2). The order of a response, and the
/// places of its errors, depend on which selections are there, so a plan is made for the conditions as they are.
/// </summary>
/// <param name="variables">The variables.</param>
internal sealed class SelectionConditions(VariableValues variables)
{
    private const ulong True = 1;
    private const ulong False = 2;

    /// <summary>How many variables can be told apart in one key.</summary>
    public const int MaxAsked = 32;

    /// <summary>The variables that the conditions of a document ask, by their index in the operation.</summary>
    public static int[] AskedIn(DocumentNode document, VariablePlan[] definitions)
    {
        if (definitions.Length == 0)
            return [];
        HashSet<string>? names = null;
        var open = new Stack<SelectionSetNode>();
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation)
                open.Push(operation.SelectionSet);
            else if (definition is FragmentDefinitionNode fragment)
                open.Push(fragment.SelectionSet);
        }

        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                foreach (var directive in selection.Directives)
                    if (ConditionOf(directive) is VariableNode variable)
                        (names ??= new(StringComparer.Ordinal)).Add(variable.Name.Value);
                if (SetOf(selection) is { } inner)
                    open.Push(inner);
            }
        }

        return names is null ? [] : [.. Enumerable.Range(0, definitions.Length).Where(i => names.Contains(definitions[i].Name))];
    }

    /// <summary>What the asked variables are in one request, as a number: equal numbers mean equal plans.</summary>
    public static ulong KeyOf(int[] asked, VariableValues variables)
    {
        var key = 0UL;
        foreach (var index in asked)
            key = (key << 2) | (variables.Values[index] is bool flag ? flag ? True : False : 0);
        return key;
    }

    /// <summary>Whether a selection is there.</summary>
    /// <param name="directives">Its directives.</param>
    /// <param name="fault">A condition that is null, which a nullable variable with a default may be; the selections can not be collected then.</param>
    public bool Includes(ImmutableArray<DirectiveNode> directives, out VariableNode? fault)
    {
        fault = null;
        // @skip is asked first wherever it stands, and @include only when that lets the selection be.
        return directives.IsEmpty || (Holds(directives, "skip", wanted: false, ref fault) && Holds(directives, "include", wanted: true, ref fault));
    }

    private bool Holds(ImmutableArray<DirectiveNode> directives, string name, bool wanted, ref VariableNode? fault)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value != name)
                continue;
            switch (ConditionOf(directive))
            {
                case BooleanValueNode constant when constant.Value != wanted:
                    return false;
                case VariableNode variable:
                    var value = variables.Get(variable.Name.Value) as bool?;
                    if (value is null)
                        fault = variable;
                    if (value != wanted)
                        return false;
                    break;
            }
        }

        return true;
    }

    private static ValueNode? ConditionOf(DirectiveNode directive)
    {
        if (directive.Name.Value is not ("skip" or "include" or IncrementalDirectives.Defer or IncrementalDirectives.Stream))
            return null;
        foreach (var argument in directive.Arguments)
            if (argument.Name.Value == "if")
                return argument.Value;
        return null;
    }

    private static SelectionSetNode? SetOf(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode inline => inline.SelectionSet,
        _ => null,
    };
}
