using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>
/// The responses of a batch in the order of what was asked for, as one JSON array or as JSON Lines; each is sent when it is there. Those of
/// sets of variables say by <c>variableIndex</c>, and in a batch of requests also by <c>requestIndex</c>, what they answer; a line of a batch of
/// requests always has its <c>requestIndex</c>.
/// </summary>
internal sealed class BatchResponse
{
    private readonly HttpContext _context;
    private readonly bool _isRequestBatch;
    private readonly bool _isLines;
    private readonly PipeWriter _writer;
    private bool _isBegun;

    /// <summary>Begins the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isRequestBatch">Whether several requests were sent, not several sets of variables for one.</param>
    /// <param name="format">The media type of the array; null for lines.</param>
    public BatchResponse(HttpContext context, bool isRequestBatch, ResponseFormat? format)
    {
        (_context, _isRequestBatch, _isLines, _writer) = (context, isRequestBatch, format is null, context.Response.BodyWriter);
        HttpResponses.Describe(context.Response, format ?? ResponseFormat.GraphQLResponse);
        if (_isLines)
            context.Response.ContentType = StreamFraming.JsonLines.ContentType;
    }

    /// <summary>Sends the next response.</summary>
    /// <param name="result">The response.</param>
    /// <param name="request">The index of its request.</param>
    /// <param name="variables">The index of its set of variables; null where the request has one set.</param>
    public async ValueTask WriteAsync(OperationResult result, int request, int? variables)
    {
        if (!_isLines)
            Write(_isBegun ? "," : "[");
        _isBegun = true;
        if (IndicesOf(request, variables) is { } indices)
        {
            Write(indices);
            // A response is never empty: it has data or errors.
            foreach (var block in result.Body.Slice(1))
                _writer.Write(block.Span);
        }
        else
        {
            result.WriteTo(_writer);
        }

        if (_isLines)
            Write("\n");
        await _writer.FlushAsync(_context.RequestAborted);
    }

    /// <summary>Ends the response.</summary>
    public async ValueTask EndAsync()
    {
        if (!_isLines)
            Write("]");
        await _writer.FlushAsync(_context.RequestAborted);
    }

    private string? IndicesOf(int request, int? variables) => (_isRequestBatch, variables, _isLines) switch
    {
        (true, { } set, _) => string.Create(CultureInfo.InvariantCulture, $"{{\"requestIndex\":{request},\"variableIndex\":{set},"),
        (false, { } set, _) => string.Create(CultureInfo.InvariantCulture, $"{{\"variableIndex\":{set},"),
        (true, null, true) => string.Create(CultureInfo.InvariantCulture, $"{{\"requestIndex\":{request},"),
        _ => null,
    };

    private void Write(string text) => Encoding.ASCII.GetBytes(text, _writer);
}
