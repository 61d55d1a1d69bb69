using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Oms.Engine.Language;

/// <summary>
/// The recursive-descent parser: this part moves through tokens and holds the limits. Every production that can contain itself
/// calls <see cref="Enter"/> first, so the recursion is never deeper than <see cref="ParserOptions.MaxAllowedDepth"/>.
/// </summary>
internal sealed partial class DocumentReader
{
    private readonly Lexer _lexer;
    private readonly ParserOptions _options;
    private readonly NameTable _names = new();
    // What was read of the lists that are still being read, those within others behind them: a list is made when its length is known.
    private object[] _pending = new object[16];
    private int _pendingCount;
    private Token _token;
    private int _lastEnd;
    private int _depth;
    private int _tokens;
    private int _nodes;
    private int _fields;

    public DocumentReader(Source source, ParserOptions options)
    {
        _lexer = new Lexer(source);
        _options = options;
        Advance();
    }

    private Source Source => _lexer.Source;

    private ReadOnlySpan<char> TokenSpan => _lexer.GetText(_token);

    public void ExpectEnd() => Expect(TokenKind.EndOfFile);

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _options.MaxAllowedTokens)
            throw Error(_token, $"The document has more than {_options.MaxAllowedTokens} tokens.");
    }

    private bool At(TokenKind kind) => _token.Kind == kind;

    private bool AtKeyword(string keyword) => _token.Kind == TokenKind.Name && TokenSpan.SequenceEqual(keyword);

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        if (kind != TokenKind.EndOfFile)
            Advance();
        return true;
    }

    private bool SkipKeyword(string keyword)
    {
        if (!AtKeyword(keyword))
            return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind))
            throw Error(_token, $"Expected {TokenText.Quote(kind)}, found {Describe(_token)}.");
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
            throw Error(_token, $"Expected \"{keyword}\", found {Describe(_token)}.");
    }

    /// <summary>Goes one level deeper into a construct that can contain itself.</summary>
    private void Enter()
    {
        if (++_depth > _options.MaxAllowedDepth)
            throw Error(_token, $"The document is nested deeper than {_options.MaxAllowedDepth} levels.");
        // A limit that was raised may be more than the stack of this thread holds.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Error(_token, $"The document is nested deeper than {_depth - 1} levels, for which the stack of this thread suffices.");
    }

    private void Leave() => _depth--;

    /// <summary>The place from a start to the last token read. Called once for each node, so it counts them too.</summary>
    private Location From(int start)
    {
        if (++_nodes > _options.MaxAllowedNodes)
            throw new SyntaxException(Source, start, $"The document has more than {_options.MaxAllowedNodes} nodes.");
        return _options.IncludeLocations ? new Location(Source, start, _lastEnd) : default;
    }

    /// <summary>One or more of something between brackets.</summary>
    private ImmutableArray<T> ReadMany<T>(TokenKind open, Func<DocumentReader, T> read, TokenKind close)
        where T : class
    {
        Expect(open);
        var start = _pendingCount;
        do
            Keep(read(this));
        while (!Skip(close));
        return Take<T>(start);
    }

    /// <summary>Nothing at all, or one or more of something between brackets.</summary>
    private ImmutableArray<T> ReadOptionalMany<T>(TokenKind open, Func<DocumentReader, T> read, TokenKind close)
        where T : class =>
        At(open) ? ReadMany(open, read, close) : [];

    /// <summary>One or more of something with a delimiter between, which may stand before the first too.</summary>
    private ImmutableArray<T> ReadDelimited<T>(TokenKind delimiter, Func<DocumentReader, T> read)
        where T : class
    {
        Skip(delimiter);
        var start = _pendingCount;
        do
            Keep(read(this));
        while (Skip(delimiter));
        return Take<T>(start);
    }

    private void Keep(object item)
    {
        if (_pendingCount == _pending.Length)
            Array.Resize(ref _pending, _pending.Length * 2);
        _pending[_pendingCount++] = item;
    }

    private ImmutableArray<T> Take<T>(int start)
    {
        var items = new T[_pendingCount - start];
        Array.Copy(_pending, start, items, 0, items.Length);
        _pendingCount = start;
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private NameNode ReadName()
    {
        var token = _token;
        Expect(TokenKind.Name);
        var value = _names.Get(_lexer.GetText(token));
        return new NameNode(From(token.Start), value);
    }

    private SyntaxException Unexpected(Token token) => Error(token, $"Unexpected {Describe(token)}.");

    private SyntaxException Error(Token token, string reason) => new(Source, token.Start, reason);

    private string Describe(Token token)
    {
        if (token.Kind < TokenKind.Name)
            return TokenText.Quote(token.Kind);
        const int longest = 64; // a message must not carry a name of a megabyte back
        var text = _lexer.GetText(token);
        return text.Length > longest ? $"{TokenText.Of(token.Kind)} \"{text[..longest]}…\"" : $"{TokenText.Of(token.Kind)} \"{text}\"";
    }
}
