using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <content>Documents, operations, fragments, selections, directives (spec 2.2 to 2.8, 2.12).</content>
internal sealed partial class DocumentReader
{
    public DocumentNode ReadDocument()
    {
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>(1);
        do
            definitions.Add(ReadDefinition());
        while (!At(TokenKind.EndOfFile));
        return new DocumentNode(From(0), definitions.DrainToImmutable());
    }

    private bool AtDescription => _token.Kind is TokenKind.String or TokenKind.BlockString;

    private DefinitionNode ReadDefinition()
    {
        if (At(TokenKind.LeftBrace))
            return ReadShorthandQuery();
        var described = AtDescription;
        var keyword = described ? _lexer.Peek() : _token;
        if (described && keyword.Kind == TokenKind.LeftBrace)
            throw Error(_token, "A query in shorthand form cannot have a description.");
        if (keyword.Kind != TokenKind.Name)
            throw Unexpected(keyword);
        return _lexer.GetText(keyword) switch
        {
            "query" or "mutation" or "subscription" => ReadOperation(),
            "fragment" => ReadFragmentDefinition(),
            "schema" => ReadSchemaDefinition(),
            "scalar" => ReadScalarType(),
            "type" => ReadObjectType(),
            "interface" => ReadInterfaceType(),
            "union" => ReadUnionType(),
            "enum" => ReadEnumType(),
            "input" => ReadInputObjectType(),
            "directive" => ReadDirectiveDefinition(),
            _ when described => throw Error(_token, "Only definitions can have a description."),
            "extend" => ReadExtension(),
            _ => throw Unexpected(keyword),
        };
    }

    private StringValueNode? ReadDescription() => AtDescription ? ReadString() : null;

    private OperationDefinitionNode ReadShorthandQuery()
    {
        var selectionSet = ReadSelectionSet();
        return new OperationDefinitionNode(From(selectionSet.Location.Start), null, OperationType.Query, null, [], [], selectionSet);
    }

    private OperationDefinitionNode ReadOperation()
    {
        var start = _token.Start;
        var description = ReadDescription();
        var operation = ReadOperationType();
        var name = At(TokenKind.Name) ? ReadName() : null;
        var variables = ReadOptionalMany(TokenKind.LeftParenthesis, r => r.ReadVariableDefinition(), TokenKind.RightParenthesis);
        var directives = ReadDirectives(isConstant: false);
        var selectionSet = ReadSelectionSet();
        return new OperationDefinitionNode(From(start), description, operation, name, variables, directives, selectionSet);
    }

    private OperationType ReadOperationType()
    {
        var token = _token;
        Expect(TokenKind.Name);
        return _lexer.GetText(token) switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode ReadVariableDefinition()
    {
        var start = _token.Start;
        var description = ReadDescription();
        var variable = ReadVariable();
        Expect(TokenKind.Colon);
        var type = ReadType();
        var defaultValue = Skip(TokenKind.Equal) ? ReadValue(isConstant: true) : null;
        var directives = ReadDirectives(isConstant: true);
        return new VariableDefinitionNode(From(start), description, variable, type, defaultValue, directives);
    }

    private SelectionSetNode ReadSelectionSet()
    {
        var start = _token.Start;
        Enter();
        var selections = ReadMany(TokenKind.LeftBrace, r => r.ReadSelection(), TokenKind.RightBrace);
        Leave();
        return new SelectionSetNode(From(start), selections);
    }

    private SelectionNode ReadSelection() => At(TokenKind.Spread) ? ReadFragment() : ReadField();

    private FieldNode ReadField()
    {
        var token = _token;
        var name = ReadName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
            (alias, name) = (name, ReadName());
        if (++_fields > _options.MaxAllowedFields)
            throw Error(token, $"The document selects more than {_options.MaxAllowedFields} fields.");
        var arguments = ReadArguments(isConstant: false);
        var directives = ReadDirectives(isConstant: false);
        var selectionSet = At(TokenKind.LeftBrace) ? ReadSelectionSet() : null;
        return new FieldNode(From(token.Start), alias, name, arguments, directives, selectionSet);
    }

    private SelectionNode ReadFragment()
    {
        var start = _token.Start;
        Expect(TokenKind.Spread);
        var hasTypeCondition = SkipKeyword("on");
        if (!hasTypeCondition && At(TokenKind.Name))
        {
            var name = ReadName();
            var spreadDirectives = ReadDirectives(isConstant: false);
            return new FragmentSpreadNode(From(start), name, spreadDirectives);
        }

        var typeCondition = hasTypeCondition ? ReadNamedType() : null;
        var directives = ReadDirectives(isConstant: false);
        var selectionSet = ReadSelectionSet();
        return new InlineFragmentNode(From(start), typeCondition, directives, selectionSet);
    }

    private FragmentDefinitionNode ReadFragmentDefinition()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("fragment");
        if (AtKeyword("on"))
            throw Unexpected(_token);
        var name = ReadName();
        ExpectKeyword("on");
        var typeCondition = ReadNamedType();
        var directives = ReadDirectives(isConstant: false);
        var selectionSet = ReadSelectionSet();
        return new FragmentDefinitionNode(From(start), description, name, typeCondition, directives, selectionSet);
    }

    private ImmutableArray<ArgumentNode> ReadArguments(bool isConstant) => isConstant
        ? ReadOptionalMany(TokenKind.LeftParenthesis, r => r.ReadArgument(isConstant: true), TokenKind.RightParenthesis)
        : ReadOptionalMany(TokenKind.LeftParenthesis, r => r.ReadArgument(isConstant: false), TokenKind.RightParenthesis);

    private ArgumentNode ReadArgument(bool isConstant)
    {
        var start = _token.Start;
        var name = ReadName();
        Expect(TokenKind.Colon);
        var value = ReadValue(isConstant);
        return new ArgumentNode(From(start), name, value);
    }

    private ImmutableArray<DirectiveNode> ReadDirectives(bool isConstant)
    {
        if (!At(TokenKind.At))
            return [];
        var directives = ImmutableArray.CreateBuilder<DirectiveNode>(1);
        while (At(TokenKind.At))
        {
            var start = _token.Start;
            Advance();
            var name = ReadName();
            var arguments = ReadArguments(isConstant);
            directives.Add(new DirectiveNode(From(start), name, arguments));
        }

        return directives.DrainToImmutable();
    }
}
