using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Execution.Incremental;

/// <summary>Finds <c>@defer</c> and <c>@stream</c> in documents and says whether they are in force.</summary>
internal static class IncrementalDirectives
{
    /// <summary>The directive's name.</summary>
    public const string Defer = "defer";

    /// <summary>The directive's name.</summary>
    public const string Stream = "stream";

    /// <summary>Whether a schema has one of them.</summary>
    public static bool AreDefined(Schema schema) => schema.DirectiveDefinitions.Contains(Defer) || schema.DirectiveDefinitions.Contains(Stream);

    /// <summary>Whether a document uses one of them, in a schema that has it.</summary>
    public static bool AreUsed(Schema schema, DocumentNode document)
    {
        if (!AreDefined(schema))
            return false;
        var open = new Stack<SelectionSetNode>();
        foreach (var definition in document.Definitions)
            if (definition is ExecutableDefinitionNode executable)
                open.Push(executable.SelectionSet);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (Find(selection.Directives, Defer) is not null || Find(selection.Directives, Stream) is not null)
                    return true;
                if (selection is FieldNode { SelectionSet: { } below })
                    open.Push(below);
                else if (selection is InlineFragmentNode inline)
                    open.Push(inline.SelectionSet);
            }
        }

        return false;
    }

    /// <summary>The directive of a name; null when it is not there.</summary>
    public static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, string name)
    {
        foreach (var directive in directives)
            if (directive.Name.Value == name)
                return directive;
        return null;
    }

    /// <summary>Whether the directive's <c>if</c> lets it be; it does when it is not given.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="fault">The condition, where it is null.</param>
    public static bool IsInForce(DirectiveNode directive, VariableValues variables, out VariableNode? fault)
    {
        fault = null;
        switch (ArgumentOf(directive, "if"))
        {
            case BooleanValueNode constant:
                return constant.Value;
            case VariableNode variable:
                var value = variables.Get(variable.Name.Value);
                if (value is null)
                    fault = variable;
                return value == Absent.Value || value is true;
            default:
                return true;
        }
    }

    /// <summary>The directive's label; null for none.</summary>
    public static string? LabelOf(DirectiveNode directive) => (ArgumentOf(directive, "label") as StringValueNode)?.Value;

    /// <summary>What the document says for an argument; null where it says nothing.</summary>
    public static ValueNode? ArgumentOf(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
            if (argument.Name.Value == name)
                return argument.Value;
        return null;
    }
}
