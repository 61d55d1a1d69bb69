using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary><c>AddHttpResponseFormatter</c>.</summary>
public sealed class ResponseFormatters
{
    [Fact]
    public async Task Responses_are_indented_on_demand()
    {
        await using var host = await GraphQLHost.StartAsync(configure: graph => graph.AddHttpResponseFormatter(indented: true));
        using var response = await host.PostAsync("""{"query":"{ hello(name: \"é\\n\") twice(number: 2) }"}""");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").ShouldBe(
            "{\n  \"data\": {\n    \"hello\": \"hello é\\n\",\n    \"twice\": 4\n  }\n}");
        using var refused = await host.PostAsync("""{"query":1}""");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("{");
    }

    [Theory]
    [InlineData(null, "application/json", 200)]
    [InlineData("*/*", "application/json", 200)]
    [InlineData("application/json", "application/json", 200)]
    [InlineData("application/graphql-response+json", "application/graphql-response+json", 400)]
    public async Task The_older_version_answers_200_to_whoever_does_not_name_the_newer_type(string? accept, string type, int status)
    {
        await using var host = await GraphQLHost.StartAsync(
            configure: graph => graph.AddHttpResponseFormatter(new HttpResponseFormatterOptions { HttpTransportVersion = HttpTransportVersion.Legacy }));
        using var response = await host.PostAsync("""{"query":"{ missing }"}""", accept);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task A_class_of_one_s_own_chooses_status_and_headers()
    {
        await using var host = await GraphQLHost.StartAsync(configure: graph => graph.AddHttpResponseFormatter<TeapotFormatter>());
        using var fine = await host.PostAsync("""{"query":"{ hello }"}""");
        fine.StatusCode.ShouldBe(HttpStatusCode.OK);
        fine.Headers.GetValues("X-Errors").ShouldBe(["0"]);
        using var failed = await host.PostAsync("""{"query":"{ fail }"}""");
        ((int)failed.StatusCode).ShouldBe(418);
        failed.Headers.GetValues("X-Errors").ShouldBe(["1"]);
        using var refused = await host.PostAsync("[]");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Headers.GetValues("X-Errors").ShouldBe(["1"]);
    }

    private sealed class TeapotFormatter : DefaultHttpResponseFormatter
    {
        protected internal override HttpStatusCode OnDetermineStatusCode(OperationResult result, string mediaType, HttpStatusCode proposedStatusCode) =>
            result is { ErrorCount: > 0, IsRequestError: false } ? (HttpStatusCode)418 : proposedStatusCode;

        protected internal override void OnWriteResponseHeaders(OperationResult result, IHeaderDictionary headers) =>
            headers["X-Errors"] = result.ErrorCount.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
