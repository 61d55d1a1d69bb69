using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <content>Type-system definitions (spec 3.1 to 3.13).</content>
internal sealed partial class DocumentReader
{
    private SchemaDefinitionNode ReadSchemaDefinition()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("schema");
        var directives = ReadDirectives(isConstant: true);
        var operationTypes = ReadMany(TokenKind.LeftBrace, r => r.ReadOperationTypeDefinition(), TokenKind.RightBrace);
        return new SchemaDefinitionNode(From(start), description, directives, operationTypes);
    }

    private OperationTypeDefinitionNode ReadOperationTypeDefinition()
    {
        var start = _token.Start;
        var operation = ReadOperationType();
        Expect(TokenKind.Colon);
        var type = ReadNamedType();
        return new OperationTypeDefinitionNode(From(start), operation, type);
    }

    private ScalarTypeDefinitionNode ReadScalarType()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("scalar");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        return new ScalarTypeDefinitionNode(From(start), description, name, directives);
    }

    private ObjectTypeDefinitionNode ReadObjectType()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("type");
        var name = ReadName();
        var interfaces = ReadImplementedInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadFieldDefinitions();
        return new ObjectTypeDefinitionNode(From(start), description, name, interfaces, directives, fields);
    }

    private InterfaceTypeDefinitionNode ReadInterfaceType()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("interface");
        var name = ReadName();
        var interfaces = ReadImplementedInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadFieldDefinitions();
        return new InterfaceTypeDefinitionNode(From(start), description, name, interfaces, directives, fields);
    }

    private UnionTypeDefinitionNode ReadUnionType()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("union");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var types = ReadMemberTypes();
        return new UnionTypeDefinitionNode(From(start), description, name, directives, types);
    }

    private EnumTypeDefinitionNode ReadEnumType()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("enum");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var values = ReadEnumValues();
        return new EnumTypeDefinitionNode(From(start), description, name, directives, values);
    }

    private InputObjectTypeDefinitionNode ReadInputObjectType()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("input");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadInputFields();
        return new InputObjectTypeDefinitionNode(From(start), description, name, directives, fields);
    }

    private DirectiveDefinitionNode ReadDirectiveDefinition()
    {
        var start = _token.Start;
        var description = ReadDescription();
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ReadName();
        var arguments = ReadArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = ReadDelimited(TokenKind.Pipe, r => r.ReadDirectiveLocation());
        return new DirectiveDefinitionNode(From(start), description, name, arguments, isRepeatable, locations);
    }

    private NameNode ReadDirectiveLocation()
    {
        var token = _token;
        var name = ReadName();
        return Types.DirectiveLocationNames.TryParse(name.Value, out _) ? name : throw Unexpected(token);
    }

    private ImmutableArray<NamedTypeNode> ReadImplementedInterfaces() =>
        SkipKeyword("implements") ? ReadDelimited(TokenKind.Ampersand, r => r.ReadNamedType()) : [];

    private ImmutableArray<NamedTypeNode> ReadMemberTypes() =>
        Skip(TokenKind.Equal) ? ReadDelimited(TokenKind.Pipe, r => r.ReadNamedType()) : [];

    private ImmutableArray<FieldDefinitionNode> ReadFieldDefinitions() =>
        ReadOptionalMany(TokenKind.LeftBrace, r => r.ReadFieldDefinition(), TokenKind.RightBrace);

    private ImmutableArray<InputValueDefinitionNode> ReadArgumentDefinitions() =>
        ReadOptionalMany(TokenKind.LeftParenthesis, r => r.ReadInputValueDefinition(), TokenKind.RightParenthesis);

    private ImmutableArray<InputValueDefinitionNode> ReadInputFields() =>
        ReadOptionalMany(TokenKind.LeftBrace, r => r.ReadInputValueDefinition(), TokenKind.RightBrace);

    private ImmutableArray<EnumValueDefinitionNode> ReadEnumValues() =>
        ReadOptionalMany(TokenKind.LeftBrace, r => r.ReadEnumValueDefinition(), TokenKind.RightBrace);

    private FieldDefinitionNode ReadFieldDefinition()
    {
        var start = _token.Start;
        var description = ReadDescription();
        var name = ReadName();
        var arguments = ReadArgumentDefinitions();
        Expect(TokenKind.Colon);
        var type = ReadType();
        var directives = ReadDirectives(isConstant: true);
        return new FieldDefinitionNode(From(start), description, name, arguments, type, directives);
    }

    private InputValueDefinitionNode ReadInputValueDefinition()
    {
        var start = _token.Start;
        var description = ReadDescription();
        var name = ReadName();
        Expect(TokenKind.Colon);
        var type = ReadType();
        var defaultValue = Skip(TokenKind.Equal) ? ReadValue(isConstant: true) : null;
        var directives = ReadDirectives(isConstant: true);
        return new InputValueDefinitionNode(From(start), description, name, type, defaultValue, directives);
    }

    private EnumValueDefinitionNode ReadEnumValueDefinition()
    {
        var start = _token.Start;
        var description = ReadDescription();
        if (AtKeyword("true") || AtKeyword("false") || AtKeyword("null"))
            throw Error(_token, $"{Describe(_token)} cannot be the name of an enum value.");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        return new EnumValueDefinitionNode(From(start), description, name, directives);
    }
}
