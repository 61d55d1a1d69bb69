namespace Oms.Engine.Language;

/// <content>Type-system extensions (spec 3.2, 3.3.2, 3.4.3); an extension that adds nothing is an error.</content>
internal sealed partial class DocumentReader
{
    private TypeSystemDefinitionNode ReadExtension()
    {
        var keyword = _lexer.Peek();
        if (keyword.Kind != TokenKind.Name)
            throw Unexpected(keyword);
        return _lexer.GetText(keyword) switch
        {
            "schema" => ReadSchemaExtension(),
            "scalar" => ReadScalarExtension(),
            "type" => ReadObjectExtension(),
            "interface" => ReadInterfaceExtension(),
            "union" => ReadUnionExtension(),
            "enum" => ReadEnumExtension(),
            "input" => ReadInputObjectExtension(),
            _ => throw Unexpected(keyword),
        };
    }

    private void SkipExtend()
    {
        Advance();
        Advance();
    }

    private void RefuseEmptyExtension(bool isEmpty)
    {
        if (isEmpty)
            throw Unexpected(_token);
    }

    private SchemaExtensionNode ReadSchemaExtension()
    {
        var start = _token.Start;
        SkipExtend();
        var directives = ReadDirectives(isConstant: true);
        var operationTypes = ReadOptionalMany(TokenKind.LeftBrace, r => r.ReadOperationTypeDefinition(), TokenKind.RightBrace);
        RefuseEmptyExtension(directives.IsEmpty && operationTypes.IsEmpty);
        return new SchemaExtensionNode(From(start), directives, operationTypes);
    }

    private ScalarTypeExtensionNode ReadScalarExtension()
    {
        var start = _token.Start;
        SkipExtend();
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        RefuseEmptyExtension(directives.IsEmpty);
        return new ScalarTypeExtensionNode(From(start), name, directives);
    }

    private ObjectTypeExtensionNode ReadObjectExtension()
    {
        var start = _token.Start;
        SkipExtend();
        var name = ReadName();
        var interfaces = ReadImplementedInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadFieldDefinitions();
        RefuseEmptyExtension(interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return new ObjectTypeExtensionNode(From(start), name, interfaces, directives, fields);
    }

    private InterfaceTypeExtensionNode ReadInterfaceExtension()
    {
        var start = _token.Start;
        SkipExtend();
        var name = ReadName();
        var interfaces = ReadImplementedInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadFieldDefinitions();
        RefuseEmptyExtension(interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return new InterfaceTypeExtensionNode(From(start), name, interfaces, directives, fields);
    }

    private UnionTypeExtensionNode ReadUnionExtension()
    {
        var start = _token.Start;
        SkipExtend();
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var types = ReadMemberTypes();
        RefuseEmptyExtension(directives.IsEmpty && types.IsEmpty);
        return new UnionTypeExtensionNode(From(start), name, directives, types);
    }

    private EnumTypeExtensionNode ReadEnumExtension()
    {
        var start = _token.Start;
        SkipExtend();
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var values = ReadEnumValues();
        RefuseEmptyExtension(directives.IsEmpty && values.IsEmpty);
        return new EnumTypeExtensionNode(From(start), name, directives, values);
    }

    private InputObjectTypeExtensionNode ReadInputObjectExtension()
    {
        var start = _token.Start;
        SkipExtend();
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadInputFields();
        RefuseEmptyExtension(directives.IsEmpty && fields.IsEmpty);
        return new InputObjectTypeExtensionNode(From(start), name, directives, fields);
    }
}
