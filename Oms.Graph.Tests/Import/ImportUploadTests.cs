using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Oms.Graph.Tests.Door;
using Oms.Graph.Tests.House;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Import;

/// <summary>The mutation <c>importOntology</c> with files that come as uploads, as docs/import.md shows it.</summary>
public sealed class ImportUploadTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Shop = """
        id: https://example.org/shop
        name: shop
        prefixes: { linkml: https://w3id.org/linkml/ }
        default_range: string
        classes: { Shop: { attributes: { title: { required: true } } } }
        """;

    private static readonly Dictionary<string, string[]> Map = new() { ["0"] = ["variables.file"] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_example_of_the_page_imports_the_file_that_comes_along()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "docs", "import.md"), Cancel);
        var operations = Regex.Match(page, "-F operations='(.*)' \\\\").Groups[1].Value;
        var answer = await SendAsync(operations, Regex.Match(page, "-F map='(.*)' -F 0=@shop.yaml").Groups[1].Value, Shop);

        answer.IsNull("data.importOntology.errors").ShouldBeTrue(answer.ToString());
        answer.Number("data.importOntology.summary.created").ShouldBe(2);
    }

    [Fact]
    public async Task A_file_is_in_one_place()
    {
        var both = await SendAsync(Mutation("($file: Upload!)", "{ name: \"both.yaml\", content: \"\", upload: $file }"), Map, Shop);
        var neither = await server.AskAsync("admin", Mutation("", "{ name: \"neither.yaml\" }"));

        foreach (var answer in new[] { both, neither })
            (answer.Text("data.importOntology.errors.0.code"), answer.Text("data.importOntology.errors.0.message")!.Contains("either as `content` or as `upload`", StringComparison.Ordinal))
                .ShouldBe(("IMPORT_FILE_INVALID", true), answer.ToString());
    }

    [Fact]
    public async Task A_file_that_is_broken_is_refused_with_its_place()
    {
        var answer = await SendAsync(Mutation("($file: Upload!)", "{ name: \"shop.yaml\", upload: $file }"), Map, "<<<<<<< HEAD\nid: x\n");

        answer.Text("data.importOntology.errors.0.message")!.ShouldContain("shop.yaml, line 1");
    }

    private static string Mutation(string variables, string file) =>
        $"mutation {variables} {{ importOntology(input: {{ branch: \"main\", format: LINKML, files: [{file}], issues: [\"OMS-7\"], message: \"m\" }}) {{ errors {{ ... on Error {{ code message }} }} }} }}";

    private Task<JsonElement> SendAsync(string query, Dictionary<string, string[]> map, string file) =>
        SendAsync(JsonSerializer.Serialize(new { query, variables = new { file = (string?)null } }), JsonSerializer.Serialize(map), file);

    private async Task<JsonElement> SendAsync(string operations, string map, string file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(operations), "operations" }, { new StringContent(map), "map" }, { new StringContent(file), "0", "shop.yaml" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = form, Headers = { { "GraphQL-Preflight", "1" } } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.TokenAsync("admin"));
        using var response = await server.Server.Client.SendAsync(request, Cancel);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancel));
    }
}
