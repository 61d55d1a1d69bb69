using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>How many requests execute at once, and whose turn it is.</summary>
public sealed class Gate
{
    [Fact]
    public async Task Requests_beyond_the_maximum_wait_and_those_beyond_the_queue_are_refused_with_503_and_Retry_After()
    {
        using var work = new Work();
        await using var host = await StartAsync(work, o => (o.MaxConcurrentRequests, o.MaxQueuedRequests) = (2, 3));
        var first = Enumerable.Range(0, 5).Select(i => host.PostAsync(Query("a" + i))).ToArray();
        await Eventually.BecomesAsync(() => work.Running, 2);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        using var refusal = await host.PostAsync(Query("refused"));
        refusal.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refusal.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        var extensions = JsonDocument.Parse(await refusal.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("extensions");
        extensions.GetProperty("code").GetString().ShouldBe(TransportErrorCodes.Overloaded);
        extensions.GetProperty("maxConcurrentRequests").GetInt32().ShouldBe(2);
        work.Greatest.ShouldBe(2);
        work.Finish();
        foreach (var response in await Task.WhenAll(first))
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        work.Greatest.ShouldBe(2);
        using var later = await host.PostAsync(Query("later"));
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Clients_take_turns_so_that_one_who_sends_much_does_not_hold_back_another()
    {
        using var work = new Work();
        await using var host = await StartAsync(work, o => o.MaxConcurrentRequests = 1);
        var busy = Enumerable.Range(0, 8).Select(i => host.PostAsync(Query("busy" + i), ("x-user", "busy"))).ToList();
        await Eventually.BecomesAsync(() => work.Running, 1);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        busy.Add(host.PostAsync(Query("other"), ("x-user", "other")));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        work.Finish();
        await Task.WhenAll(busy);
        work.Order.Count.ShouldBe(9);
        work.Order.ToList().IndexOf("other").ShouldBeLessThan(3);
    }

    [Fact]
    public async Task Who_leaves_while_waiting_gives_up_its_place()
    {
        using var work = new Work();
        await using var host = await StartAsync(work, o => (o.MaxConcurrentRequests, o.MaxQueuedRequests) = (1, 1));
        var first = host.PostAsync(Query("first"));
        await Eventually.BecomesAsync(() => work.Running, 1);
        using (var left = new CancellationTokenSource())
        {
            var waiting = host.Client.PostAsync("/graphql", new StringContent(Query("left"), System.Text.Encoding.UTF8, "application/json"), left.Token);
            await Task.Delay(300, TestContext.Current.CancellationToken);
            await left.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(waiting);
        }

        await Task.Delay(300, TestContext.Current.CancellationToken);
        var second = host.PostAsync(Query("second"));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        second.IsCompleted.ShouldBeFalse();
        work.Finish();
        (await first).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second).StatusCode.ShouldBe(HttpStatusCode.OK);
        work.Order.ShouldNotContain("left");
    }

    private static string Query(string name) => $$"""{"query":"{ work(name: \"{{name}}\") }"}""";

    private static Task<SchemaHost> StartAsync(Work work, Action<GraphQLServerOptions> options) => SchemaHost.StartAsync(
        "type Query { work(name: String!): Int }",
        graph => graph.AddResolver("Query", "work", (string name, CancellationToken cancellationToken) => work.RunAsync(name, cancellationToken)).ModifyServerOptions(options),
        application =>
        {
            application.Use((HttpContext context, RequestDelegate next) =>
            {
                if (context.Request.Headers["x-user"] is [{ } name])
                    context.User = new(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.Name, name)], "test"));
                return next(context);
            });
            application.MapGraphQL();
        });

    private sealed class Work : IDisposable
    {
        private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private int _running;

        public int Running => Volatile.Read(ref _running);

        public int Greatest { get; private set; }

        public ConcurrentQueue<string> Order { get; } = new();

        public async Task<int?> RunAsync(string name, CancellationToken cancellationToken)
        {
            Order.Enqueue(name);
            lock (_gate)
                Greatest = Math.Max(Greatest, ++_running);
            await _finish.Task.WaitAsync(cancellationToken);
            lock (_gate)
                return --_running;
        }

        public void Finish() => _finish.TrySetResult();

        public void Dispose() => Finish();
    }
}
