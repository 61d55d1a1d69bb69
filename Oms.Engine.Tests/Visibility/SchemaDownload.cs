using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Tests.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Visibility;

/// <summary>With <c>EnableFieldVisibility</c> the SDL that a caller downloads is of what it may use, on every address that gives it.</summary>
public sealed class SchemaDownload
{
    private const string Sdl = """
        "Everybody's."
        type Query {
          name(secretly: Secretly @visible(roles: ["Admin"])): String
          payroll: Payroll @authorize(roles: ["Boss", "Admin"])
          mood: Mood
        }
        type Mutation @authorize(roles: ["Admin"]) { reset: Boolean }
        type Subscription { paid: Payroll @authorize(roles: ["Boss"]) }
        "What everybody earns."
        type Payroll { total: Int! bonus: Int @authorize(roles: ["Boss"]) }
        input Secretly { because: String }
        enum Mood { CALM FURIOUS @visible(roles: ["Admin"]) }
        """;

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema")]
    public async Task Has_nothing_that_the_caller_may_not_use(string address)
    {
        await using var host = await StartAsync();
        var anybody = await host.SdlAsync(address, null);
        anybody.ShouldContain("type Query {\n  name: String\n  mood: Mood\n}");
        anybody.ShouldContain("enum Mood {\n  CALM\n}");
        foreach (var hidden in new[] { "ayroll", "earns", "ecretly", "FURIOUS", "reset", "type Mutation", "type Subscription", "bonus", "Boss", "Admin" })
            anybody.ShouldNotContain(hidden);
        var boss = await host.SdlAsync(address, "Boss");
        boss.ShouldContain("bonus: Int");
        boss.ShouldContain("paid: Payroll");
        boss.ShouldNotContain("reset");
        boss.ShouldNotContain("ecretly");
        var admin = await host.SdlAsync(address, "Admin");
        admin.ShouldContain("name(secretly: Secretly): String");
        admin.ShouldContain("FURIOUS");
        admin.ShouldContain("reset: Boolean");
        admin.ShouldNotContain("bonus");
        admin.ShouldNotContain("type Subscription");
    }

    [Fact]
    public async Task Is_unchanged_for_those_only_who_see_what_they_saw()
    {
        await using var host = await StartAsync();
        using var boss = await host.GetAsync("/graphql?sdl", "Boss");
        using var same = await host.GetAsync("/graphql?sdl", "Boss", boss.Headers.ETag!.Tag);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var other = await host.GetAsync("/graphql?sdl", "Admin", boss.Headers.ETag.Tag);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("bonus");
    }

    private static async Task<Download> StartAsync() => new(await SchemaHost.StartAsync(
        Sdl,
        graph =>
        {
            graph.ModifyOptions(o => o.EnableFieldVisibility = true);
            graph.Services.AddSingleton<IAuthorizationHandler>(new RoleAuthorization());
        },
        application =>
        {
            application.Use((context, next) =>
            {
                if (context.Request.Headers["x-role"] is [{ } role])
                    context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"));
                return next(context);
            });
            application.MapGraphQL();
            application.MapGraphQLSchema("/graphql/schema");
        }));

    private sealed class Download(SchemaHost host) : IAsyncDisposable
    {
        public async Task<string> SdlAsync(string address, string? role)
        {
            using var response = await GetAsync(address, role);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        public async Task<HttpResponseMessage> GetAsync(string address, string? role, string? known = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (role is not null)
                request.Headers.Add("x-role", role);
            if (known is not null)
                request.Headers.Add("If-None-Match", known);
            return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
