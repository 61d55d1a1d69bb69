using System.Collections.Immutable;
using System.Text;

namespace Oms.Engine.Language;

/// <summary>
/// Writes syntax trees as GraphQL text, laid out as graphql-js does it: two spaces of indent, arguments on lines of their own when a
/// field would go beyond 80 characters. Comments and insignificant commas are not part of the tree and are lost. It recurses as deep as
/// the tree, which the parser bounds.
/// </summary>
public sealed partial class SyntaxPrinter
{
    private const int MaxLineLength = 80;
    private const string IndentStep = "  ";

    private readonly StringBuilder _output = new();
    private string _indent = "";
    private bool _isBraceTaken;

    private SyntaxPrinter()
    {
    }

    /// <summary>Writes a tree as text.</summary>
    /// <param name="node">The tree: a whole document or any part of one.</param>
    /// <returns>The text, without a line break at its end.</returns>
    public static string Print(SyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var printer = new SyntaxPrinter();
        printer.Write(node);
        return printer._output.ToString();
    }

    /// <summary>Writes a string literal: a block string when asked for and possible, else with escapes.</summary>
    internal static string PrintString(string value, bool asBlock, string indent = "")
    {
        var output = new StringBuilder();
        if (asBlock && BlockString.CanHold(value))
            BlockString.Append(output, value, indent);
        else
            StringLiteral.Append(output, value);
        return output.ToString();
    }

    private void Write(SyntaxNode node)
    {
        switch (node)
        {
            case NameNode name: _output.Append(name.Value); break;
            case DocumentNode document: WriteDocument(document); break;
            case ValueNode value: WriteValue(value); break;
            case ObjectFieldNode field: WritePair(field.Name, field.Value); break;
            case TypeNode type: WriteType(type); break;
            case ArgumentNode argument: WritePair(argument.Name, argument.Value); break;
            case DirectiveNode directive: WriteDirective(directive); break;
            case SelectionSetNode selectionSet: WriteSelectionSet(selectionSet); break;
            case SelectionNode selection: WriteSelection(selection); break;
            case OperationDefinitionNode operation: WriteOperation(operation); break;
            case FragmentDefinitionNode fragment: WriteFragment(fragment); break;
            case VariableDefinitionNode variable: WriteVariableDefinition(variable); break;
            default: WriteTypeSystem(node); break;
        }
    }

    private void WriteDocument(DocumentNode node)
    {
        for (var i = 0; i < node.Definitions.Length; i++)
        {
            if (i > 0)
                _output.Append("\n\n");
            Write(node.Definitions[i]);
            _isBraceTaken = TakesBrace(node.Definitions[i]);
        }
    }

    // After a definition without its optional body, the brace of a query in shorthand form would be read as that body.
    private static bool TakesBrace(DefinitionNode node) => node switch
    {
        IHasFields type => type.Fields.IsEmpty,
        IHasInputFields type => type.Fields.IsEmpty,
        IHasEnumValues type => type.Values.IsEmpty,
        SchemaExtensionNode schema => schema.OperationTypes.IsEmpty,
        _ => false,
    };

    private void WriteOperation(OperationDefinitionNode node)
    {
        WriteDescription(node.Description);
        var isShorthand = node is { Operation: OperationType.Query, Description: null, Name: null }
            && node.VariableDefinitions.IsEmpty && node.Directives.IsEmpty && !_isBraceTaken;
        if (!isShorthand)
        {
            _output.Append(Keyword(node.Operation));
            if (node.Name is not null || !node.VariableDefinitions.IsEmpty)
                _output.Append(' ').Append(node.Name?.Value);
            WriteVariableDefinitions(node.VariableDefinitions);
            WriteDirectives(node.Directives);
            _output.Append(' ');
        }

        WriteSelectionSet(node.SelectionSet);
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private void WriteVariableDefinitions(ImmutableArray<VariableDefinitionNode> definitions)
    {
        if (definitions.IsEmpty)
            return;
        var spread = definitions.Any(d => d.Description is not null || SpansLines(d));
        _output.Append(spread ? "(\n" + _indent : "(");
        WriteJoined(definitions, spread ? "\n" + _indent : ", ");
        _output.Append(spread ? "\n" + _indent + ")" : ")");
    }

    private void WriteVariableDefinition(VariableDefinitionNode node)
    {
        WriteDescription(node.Description);
        Write(node.Variable);
        _output.Append(": ");
        Write(node.Type);
        WriteDefault(node.DefaultValue);
        WriteDirectives(node.Directives);
    }

    private void WriteFragment(FragmentDefinitionNode node)
    {
        WriteDescription(node.Description);
        _output.Append("fragment ").Append(node.Name.Value).Append(" on ").Append(node.TypeCondition.Name.Value);
        WriteDirectives(node.Directives);
        _output.Append(' ');
        WriteSelectionSet(node.SelectionSet);
    }

    private void WriteSelectionSet(SelectionSetNode node) => WriteBlock(node.Selections);

    private void WriteSelection(SelectionNode node)
    {
        switch (node)
        {
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                _output.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode inline:
                _output.Append("...");
                if (inline.TypeCondition is not null)
                    _output.Append(" on ").Append(inline.TypeCondition.Name.Value);
                WriteDirectives(inline.Directives);
                _output.Append(' ');
                WriteSelectionSet(inline.SelectionSet);
                break;
        }
    }

    private void WriteField(FieldNode node)
    {
        var start = _output.Length;
        if (node.Alias is not null)
            _output.Append(node.Alias.Value).Append(": ");
        _output.Append(node.Name.Value);
        if (!node.Arguments.IsEmpty)
        {
            const int parentheses = 2;
            var prefixLength = _output.Length - start;
            WriteItems(node.Arguments, prefixLength + OneLineLength(node.Arguments) + parentheses > MaxLineLength);
        }

        WriteDirectives(node.Directives);
        if (node.SelectionSet is null)
            return;
        _output.Append(' ');
        WriteSelectionSet(node.SelectionSet);
    }

    /// <summary>Items between parentheses, on one line or each on a line of its own.</summary>
    private void WriteItems<T>(ImmutableArray<T> items, bool spread)
        where T : SyntaxNode
    {
        if (items.IsEmpty)
            return;
        if (!spread)
        {
            _output.Append('(');
            WriteJoined(items, ", ");
            _output.Append(')');
            return;
        }

        WriteIndented('(', items, ')');
    }

    private void WriteBlock<T>(ImmutableArray<T> items)
        where T : SyntaxNode
    {
        if (!items.IsEmpty)
            WriteIndented('{', items, '}');
    }

    private void WriteIndented<T>(char open, ImmutableArray<T> items, char close)
        where T : SyntaxNode
    {
        var outer = _indent;
        _indent += IndentStep;
        _output.Append(open).Append('\n').Append(_indent);
        WriteJoined(items, "\n" + _indent);
        _indent = outer;
        _output.Append('\n').Append(_indent).Append(close);
    }

    private void WriteJoined<T>(ImmutableArray<T> items, string separator)
        where T : SyntaxNode
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                _output.Append(separator);
            Write(items[i]);
        }
    }

    private static int OneLineLength(ImmutableArray<ArgumentNode> arguments)
    {
        var scratch = new SyntaxPrinter();
        scratch.WriteJoined(arguments, ", ");
        return scratch._output.Length;
    }

    private static bool SpansLines(SyntaxNode node)
    {
        var scratch = new SyntaxPrinter();
        scratch.Write(node);
        for (var i = 0; i < scratch._output.Length; i++)
        {
            if (scratch._output[i] == '\n')
                return true;
        }

        return false;
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null)
            return;
        Write(description);
        _output.Append('\n').Append(_indent);
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is null)
            return;
        _output.Append(" = ");
        WriteValue(value);
    }

    private void WriteDirectives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _output.Append(' ');
            WriteDirective(directive);
        }
    }

    private void WriteDirective(DirectiveNode node)
    {
        _output.Append('@').Append(node.Name.Value);
        WriteItems(node.Arguments, spread: false);
    }
}
