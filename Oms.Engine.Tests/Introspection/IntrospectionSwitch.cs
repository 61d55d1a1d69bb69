using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.Introspection;
using Oms.Engine.Tests.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Introspection;

/// <summary>Who may ask for the schema, on every way it can be asked for.</summary>
public sealed class IntrospectionSwitch
{
    private const string Sdl = "type Query { hello: String }";

    [Fact]
    public async Task Switched_off_it_is_refused_on_every_way_but_the_names_of_types_stay()
    {
        await using var host = await SchemaHost.StartAsync(Sdl, graph => graph.DisableIntrospection(), application =>
        {
            application.MapGraphQL();
            application.MapGraphQLSchema();
            application.MapGraphQLSemanticNonNullSchema();
        });
        foreach (var document in new[] { "{ __schema { queryType { name } } }", "{ __type(name: \"Query\") { name } }", "{ ...F } fragment F on Query { ... { __schema { description } } }" })
            (await host.AskAsync(document)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0046");
        foreach (var address in new[] { "/graphql?sdl", "/graphql/sdl", "/graphql/semantic-non-null-schema.graphql" })
        {
            using var response = await host.Client.GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await response.Content.ReadAsStringAsync()).ShouldContain("HC0046");
        }

        (await host.AskAsync("{ __typename }")).GetProperty("data").GetProperty("__typename").GetString().ShouldBe("Query");
    }

    [Fact]
    public async Task One_document_is_answered_to_one_user_and_refused_to_another()
    {
        await using var host = await SchemaHost.StartAsync(
            Sdl,
            graph => graph.AllowIntrospection(user => user.IsInRole("developer")).AddHttpRequestInterceptor<Support>(),
            application =>
            {
                application.Use((HttpContext context, RequestDelegate next) =>
                {
                    if (context.Request.Headers["x-role"] is [{ } role])
                        context.User = new(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.Role, role)], "test"));
                    return next(context);
                });
                application.MapGraphQL();
            });
        const string Document = "{ __schema { queryType { name } } }";
        for (var i = 0; i < 2; i++)
        {
            (await host.AskAsync(Document, null, ("x-role", "developer"))).TryGetProperty("data", out _).ShouldBeTrue();
            (await host.AskAsync(Document, null, ("x-role", "viewer"))).ToString().ShouldContain("HC0046");
            (await host.AskAsync(Document)).ToString().ShouldContain("HC0046");
            (await host.AskAsync(Document, null, ("x-support", "1"))).TryGetProperty("data", out _).ShouldBeTrue();
        }
    }

    private sealed class Support : IHttpRequestInterceptor
    {
        public ValueTask OnCreateAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
        {
            if (context.Request.Headers.ContainsKey("x-support"))
                contextData.AllowIntrospection();
            return ValueTask.CompletedTask;
        }
    }
}
