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
/// <param name="print">Writes the schema.</param>
/// <param name="fileName">What the file is to be called.</param>
internal sealed class SchemaResponse(Func<Schema, string> print, string fileName)
{
    private readonly ConditionalWeakTable<Schema, Printed> _printed = [];

    /// <summary>The schema as it is.</summary>
    public static SchemaResponse Plain() => new(static schema => SchemaPrinter.Print(schema), "schema.graphql");

    /// <summary>The schema for clients that take errors without propagation.</summary>
    public static SchemaResponse SemanticNonNull() => new(SchemaPrinter.PrintSemanticNonNull, "semantic-non-null-schema.graphql");

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
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        response.ContentLength = printed.Sdl.Length;
        await response.BodyWriter.WriteAsync(printed.Sdl, context.RequestAborted);
    }

    private Printed Print(Schema schema)
    {
        var sdl = Encoding.UTF8.GetBytes(print(schema));
        return new Printed(sdl, $"\"{Convert.ToHexStringLower(SHA256.HashData(sdl))}\"");
    }

    private sealed record Printed(byte[] Sdl, string ETag);
}
