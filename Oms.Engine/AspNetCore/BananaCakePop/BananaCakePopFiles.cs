using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Oms.Engine.AspNetCore.BananaCakePop;

/// <summary>
/// Serves Banana Cake Pop from the files that the build put beside the program. The policy sent with them keeps the page from talking to
/// anything but this server.
/// </summary>
internal sealed class BananaCakePopFiles(GraphQLToolOptions options)
{
    private const string ConfigurationFile = "bcp-config.json";

    // Scripts: the IDE's own files; 'unsafe-eval', as its JSON validator compiles schemas. Styles: its components write style elements.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; worker-src 'self' blob:; manifest-src 'self'; base-uri 'self'; form-action 'none'; "
        + "frame-ancestors 'none'; frame-src 'none'; object-src 'none'; connect-src 'self' ";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "bananacakepop");
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private readonly Lazy<PhysicalFileProvider?> _files = new(() => Directory.Exists(Folder) ? new PhysicalFileProvider(Folder) : null);

    public async Task WriteIndexAsync(HttpContext context)
    {
        var index = _files.Value?.GetFileInfo("index.html");
        if (index is not { Exists: true })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("Banana Cake Pop is not part of this build.", context.RequestAborted);
            return;
        }

        string html;
        using (var reader = new StreamReader(index.CreateReadStream(), Encoding.UTF8))
            html = await reader.ReadToEndAsync(context.RequestAborted);
        // The page names its files relative to a folder; without the base they would be looked up beside the endpoint.
        var folder = HtmlEncoder.Default.Encode(context.Request.PathBase.Add(context.Request.Path).ToUriComponent().TrimEnd('/') + "/");
        html = html.Replace("<head>", $"<head><base href=\"{folder}\"/>", StringComparison.Ordinal);
        Protect(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }

    public async Task WriteFileAsync(HttpContext context, string path)
    {
        if (!options.Enable || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (path == ConfigurationFile)
        {
            await WriteConfigurationAsync(context);
            return;
        }

        var file = _files.Value?.GetFileInfo(path);
        if (file is not { Exists: true, PhysicalPath: not null } || !ContentTypes.TryGetContentType(path, out var contentType))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Protect(context);
        context.Response.ContentType = contentType;
        // Names below static/ carry a hash of their content.
        context.Response.Headers.CacheControl =
            path.StartsWith("static/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.ContentLength = file.Length;
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }

    private Task WriteConfigurationAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.WriteAsJsonAsync(
            new Dictionary<string, object?>
            {
                ["useBrowserUrlAsEndpoint"] = true,
                ["disableTelemetry"] = true,
                ["title"] = options.Title,
                ["graphQLDocument"] = options.Document,
                ["includeCookies"] = options.IncludeCookies,
                ["httpHeaders"] = options.HttpHeaders,
            },
            JsonSerializerOptions.Web,
            context.RequestAborted);
    }

    private static void Protect(HttpContext context)
    {
        var headers = context.Response.Headers;
        // 'self' does not cover the WebSocket schemes in every browser.
        headers.ContentSecurityPolicy = $"{Policy}ws://{context.Request.Host} wss://{context.Request.Host}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
