using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.Configuration;
using Oms.Engine.Types;

namespace Oms.Engine.Tests.AspNetCore.Uploads;

/// <summary>A server whose schema takes files.</summary>
internal static class UploadHost
{
    public const string Schema = """
        type Query { hello: String }
        type Mutation {
          read(file: Upload!): String!
          size(file: Upload): Int
          describe(file: Upload!): String!
          readAll(files: [Upload!]!): [String!]!
          attach(to: Attachment!): String!
          note(text: String, json: Any): String
          show(json: Any): String
          keep(file: Upload!): Boolean!
        }
        scalar Any
        input Attachment { title: String! files: [Upload] more: Attachment }
        """;

    public static Task<SchemaHost> StartAsync(
        Action<GraphQLServerOptions>? options = null, Action<IRequestExecutorBuilder>? configure = null, Action<WebApplication>? map = null, List<IFile>? kept = null) =>
        SchemaHost.StartAsync(
            Schema,
            graph =>
            {
                graph.AddUploadType()
                    .ModifyServerOptions(options ?? (_ => { }))
                    .AddResolver("Mutation", "read", (IFile file) => TextOf(file))
                    .AddResolver("Mutation", "size", (IFile? file) => (int?)file?.Length)
                    .AddResolver("Mutation", "describe", (IFile file) => $"{file.Name}|{file.ContentType}|{file.Length}")
                    .AddResolver("Mutation", "readAll", async (IReadOnlyList<IFile> files) => await Task.WhenAll(files.Select(TextOf)))
                    .AddResolver("Mutation", "attach", (Attachment to) => AttachAsync(to))
                    .AddResolver("Mutation", "note", (string? text) => text)
                    .AddResolver("Mutation", "show", (JsonElement json) => json.GetRawText())
                    .AddResolver("Mutation", "keep", (IFile file) => Keep(kept, file));
                configure?.Invoke(graph);
            },
            map);

    /// <summary>A form with fields in this order; those that are given with a name are files.</summary>
    public static MultipartFormDataContent Form(string? operations, string? map, params (string Field, string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        if (operations is not null)
            form.Add(new StringContent(operations), "operations");
        if (map is not null)
            form.Add(new StringContent(map), "map");
        foreach (var (field, name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/x-sample");
            form.Add(part, field, name);
        }

        return form;
    }

    public static MultipartFormDataContent Form(string? operations, string? map, params string[] contents) =>
        Form(operations, map, [.. contents.Select((text, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{i}.txt", Encoding.UTF8.GetBytes(text)))]);

    public static async Task<(int Status, string Body)> SendAsync(this SchemaHost host, HttpContent form, bool isPreflighted = true, string path = "/graphql")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (isPreflighted)
            request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await host.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> AttachAsync(Attachment to)
    {
        var texts = await Task.WhenAll((to.Files ?? []).Select(file => file is null ? Task.FromResult("none") : TextOf(file)));
        return to.Title + ": " + string.Join(',', texts) + (to.More is null ? "" : " / " + await AttachAsync(to.More));
    }

    private static async Task<string> TextOf(IFile file)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, CancellationToken.None);
        return Encoding.UTF8.GetString(content.ToArray());
    }

    private static bool Keep(List<IFile>? kept, IFile file)
    {
        kept!.Add(file);
        return true;
    }

    public sealed record Attachment(string Title, IReadOnlyList<IFile?>? Files, Attachment? More);
}
