using System.Runtime.CompilerServices;
using Oms.Engine.Configuration;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>The resolvers behind <see cref="GraphQLHost.Schema"/>.</summary>
internal static class SampleRoots
{
    [ExtendObjectType("Query")]
    internal static class Queries
    {
        public static string GetHello(string name) => "hello " + name;

        public static int GetTwice(int number) => 2 * number;

        public static string? GetSecret() => "never shown";

        public static string? GetFail() => throw new InvalidOperationException("a secret of the resolver");

        public static async Task<string> GetSlow(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "never";
        }
    }

    [ExtendObjectType("Mutation")]
    internal static class Mutations
    {
        public static int Touch(Touches touches) => Interlocked.Increment(ref touches.Count);
    }

    [ExtendObjectType("Subscription")]
    internal static class Subscriptions
    {
        [Subscribe(With = nameof(Count))]
        public static int GetCount([EventMessage] int number) => number;

        [Subscribe(With = nameof(Silence))]
        public static int GetSilence([EventMessage] int number) => number;

        [Subscribe]
        [Topic("news/{topic}")]
        public static string GetNews(string topic, [EventMessage] string message) => topic + ": " + message;

        public static async IAsyncEnumerable<int> Count(int to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var i = 1; i <= to; i++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return i;
            }
        }

        public static async IAsyncEnumerable<int> Silence(Touches touches, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref touches.OpenSources);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                yield return 0;
            }
            finally
            {
                Interlocked.Decrement(ref touches.OpenSources);
            }
        }
    }
}
