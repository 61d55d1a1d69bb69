using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <content>Input values and type references (spec 2.9 to 2.11).</content>
internal sealed partial class DocumentReader
{
    public ValueNode ReadValue(bool isConstant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.LeftBracket:
                return ReadList(isConstant);
            case TokenKind.LeftBrace:
                return ReadObject(isConstant);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(From(token.Start), _lexer.GetText(token).ToString());
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(From(token.Start), _lexer.GetText(token).ToString());
            case TokenKind.String or TokenKind.BlockString:
                return ReadString();
            case TokenKind.Name:
                return ReadNameValue();
            case TokenKind.Dollar:
                return isConstant ? throw VariableInConstant() : ReadVariable();
            default:
                throw Unexpected(token);
        }
    }

    public TypeNode ReadType()
    {
        var start = _token.Start;
        TypeNode type;
        if (At(TokenKind.LeftBracket))
        {
            Enter();
            Advance();
            var item = ReadType();
            Expect(TokenKind.RightBracket);
            Leave();
            type = new ListTypeNode(From(start), item);
        }
        else
        {
            type = ReadNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(From(start), type) : type;
    }

    private NamedTypeNode ReadNamedType()
    {
        var start = _token.Start;
        var name = ReadName();
        return new NamedTypeNode(From(start), name);
    }

    private StringValueNode ReadString()
    {
        var token = _token;
        Advance();
        return new StringValueNode(From(token.Start), _lexer.GetValue(token)!, token.Kind == TokenKind.BlockString);
    }

    private ValueNode ReadNameValue()
    {
        var token = _token;
        Advance();
        var location = From(token.Start);
        return _lexer.GetText(token) switch
        {
            "true" => new BooleanValueNode(location, true),
            "false" => new BooleanValueNode(location, false),
            "null" => new NullValueNode(location),
            var name => new EnumValueNode(location, _names.Get(name)),
        };
    }

    private VariableNode ReadVariable()
    {
        var start = _token.Start;
        Expect(TokenKind.Dollar);
        var name = ReadName();
        return new VariableNode(From(start), name);
    }

    private SyntaxException VariableInConstant()
    {
        var dollar = _token;
        Advance();
        return At(TokenKind.Name) ? Error(dollar, "A constant value cannot have a variable in it.") : Unexpected(dollar);
    }

    private ListValueNode ReadList(bool isConstant)
    {
        var start = _token.Start;
        Enter();
        Advance();
        var items = ImmutableArray.CreateBuilder<ValueNode>();
        while (!Skip(TokenKind.RightBracket))
            items.Add(ReadValue(isConstant));
        Leave();
        return new ListValueNode(From(start), items.DrainToImmutable());
    }

    private ObjectValueNode ReadObject(bool isConstant)
    {
        var start = _token.Start;
        Enter();
        Advance();
        var fields = ImmutableArray.CreateBuilder<ObjectFieldNode>();
        while (!Skip(TokenKind.RightBrace))
            fields.Add(ReadObjectField(isConstant));
        Leave();
        return new ObjectValueNode(From(start), fields.DrainToImmutable());
    }

    private ObjectFieldNode ReadObjectField(bool isConstant)
    {
        var start = _token.Start;
        var name = ReadName();
        Expect(TokenKind.Colon);
        var value = ReadValue(isConstant);
        return new ObjectFieldNode(From(start), name, value);
    }
}
