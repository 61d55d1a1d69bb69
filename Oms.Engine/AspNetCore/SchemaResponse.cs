using System.Runtime.CompilerServices;
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
    private readonly ConditionalWeakTable<Schema, Printed> _printed = [];

    public async Task WriteAsync(HttpContext context)
    {
        if (!IntrospectionAccess.IsAllowed(context.RequestServices.GetRequiredService<SchemaSetup>(), context.User, null))
        {
            var refusal = new TransportRefusal(StatusCodes.Status403Forbidden, LimitErrorCodes.IntrospectionNotAllowed, "Introspection is not allowed.");
            await HttpResponses.RefuseAsync(context, refusal, ResponseFormat.GraphQLResponse);
            return;
        }

        var schema = await context.RequestServices.GetRequiredService<IRequestExecutor>().GetSchemaAsync(context.User, context.RequestServices, context.RequestAborted);
        var printed = _printed.GetValue(schema, Print);
        var response = context.Response;
        response.Headers.ETag = printed.ETag;
        response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch.Contains(printed.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/graphql; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
        response.ContentLength = printed.Sdl.Length;
        await response.BodyWriter.WriteAsync(printed.Sdl, context.RequestAborted);
    }

    private static Printed Print(Schema schema)
    {
        var sdl = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
        return new Printed(sdl, $"\"{Convert.ToHexStringLower(SHA256.HashData(sdl))}\"");
    }

    private sealed record Printed(byte[] Sdl, string ETag);
}
