using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Introspection;
using Oms.Engine.Limits;
using Oms.Engine.Types;

namespace Oms.Engine.AspNetCore;

/// <summary>Answers with the schema as SDL, printed once.</summary>
internal sealed class SchemaResponse
{
    private Printed? _printed;

    public Task WriteAsync(HttpContext context)
    {
        if (!IntrospectionAccess.IsAllowed(context.RequestServices.GetRequiredService<SchemaSetup>(), context.User, null))
        {
            var refusal = new TransportRefusal(StatusCodes.Status403Forbidden, LimitErrorCodes.IntrospectionNotAllowed, "Introspection is not allowed.");
            return HttpResponses.RefuseAsync(context, refusal, ResponseFormat.GraphQLResponse);
        }

        var schema = context.RequestServices.GetRequiredService<IRequestExecutor>().Schema;
        if (_printed is not { } printed || printed.Schema != schema)
            _printed = printed = Print(schema);
        var response = context.Response;
        response.Headers.ETag = printed.ETag;
        response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch.Contains(printed.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/graphql; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
        response.ContentLength = printed.Sdl.Length;
        return response.BodyWriter.WriteAsync(printed.Sdl, context.RequestAborted).AsTask();
    }

    private static Printed Print(Schema schema)
    {
        var sdl = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
        return new Printed(schema, sdl, $"\"{Convert.ToHexStringLower(SHA256.HashData(sdl))}\"");
    }

    private sealed record Printed(Schema Schema, byte[] Sdl, string ETag);
}
