using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>
/// The responses of a batch as one JSON array, in the order of what was asked for; each is sent when it is there. Those of sets of variables
/// say by <c>variableIndex</c>, and in a batch of requests also by <c>requestIndex</c>, what they answer.
/// </summary>
internal sealed class BatchResponse(HttpContext context, bool isRequestBatch)
{
    private readonly PipeWriter _writer = context.Response.BodyWriter;
    private bool _isBegun;

    /// <summary>Sends the next response.</summary>
    /// <param name="result">The response.</param>
    /// <param name="request">The index of its request.</param>
    /// <param name="variables">The index of its set of variables; null where the request has one set.</param>
    public async ValueTask WriteAsync(OperationResult result, int request, int? variables)
    {
        Write(_isBegun ? "," : "[");
        _isBegun = true;
        if (variables is null)
        {
            result.WriteTo(_writer);
        }
        else
        {
            Write(isRequestBatch
                ? string.Create(CultureInfo.InvariantCulture, $"{{\"requestIndex\":{request},\"variableIndex\":{variables},")
                : string.Create(CultureInfo.InvariantCulture, $"{{\"variableIndex\":{variables},"));
            // A response is never empty: it has data or errors.
            foreach (var block in result.Body.Slice(1))
                _writer.Write(block.Span);
        }

        await _writer.FlushAsync(context.RequestAborted);
    }

    /// <summary>Ends the array.</summary>
    public async ValueTask EndAsync()
    {
        Write("]");
        await _writer.FlushAsync(context.RequestAborted);
    }

    private void Write(string text) => Encoding.ASCII.GetBytes(text, _writer);
}
