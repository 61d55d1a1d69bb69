using System.Buffers;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>The entries of a GraphQL request (GraphQL over HTTP, section 5.1) as slices of the memory it was read from.</summary>
internal sealed class RequestEnvelope : IDisposable
{
    /// <summary>A mode there is none of. Only the executor knows whether clients are heard, and may be told that they said it wrong.</summary>
    public const ErrorHandlingMode UnknownMode = (ErrorHandlingMode)0xFE;

    private byte[]? _unescapedDocument;

    // One more than the mode, 0 for none, so that it takes no room of its own.
    private byte _onError;

    public ReadOnlyMemory<byte> Document { get; private set; }

    public string? DocumentId { get; set; }

    public string? OperationName { get; set; }

    public ReadOnlyMemory<byte> Variables { get; set; }

    /// <summary>The sets of variables of a batch; null where there is one set.</summary>
    public List<ReadOnlyMemory<byte>>? VariableSets { get; set; }

    /// <summary>The files of each execution; null where none were sent.</summary>
    public UploadedFiles?[]? Uploads { get; set; }

    /// <summary>What a field that fails does to the response; null where the client does not say, <see cref="UnknownMode"/> where it says what nobody knows.</summary>
    public ErrorHandlingMode? OnError
    {
        get => _onError == 0 ? null : (ErrorHandlingMode)(_onError - 1);
        set => _onError = (byte)(value is { } mode ? (byte)mode + 1 : 0);
    }

    /// <summary>How many executions it asks for.</summary>
    public int Executions => VariableSets?.Count ?? 1;

    public ReadOnlyMemory<byte> Extensions { get; set; }

    public bool HasDocument { get; private set; }

    public RequestEnvelope WithOperation(string? name)
    {
        OperationName = name ?? OperationName;
        return this;
    }

    public void SetDocument(ReadOnlyMemory<byte> document)
    {
        Document = document;
        HasDocument = true;
    }

    public void SetUnescapedDocument(byte[] rented, int length)
    {
        _unescapedDocument = rented;
        SetDocument(rented.AsMemory(0, length));
    }

    public void Dispose()
    {
        if (_unescapedDocument is null)
            return;
        ArrayPool<byte>.Shared.Return(_unescapedDocument);
        _unescapedDocument = null;
        Document = default;
    }
}
