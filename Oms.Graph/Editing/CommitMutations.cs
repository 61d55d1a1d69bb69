using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Types;
using Oms.Graph.Access;

namespace Oms.Graph.Editing;

/// <summary>The mutations that make a commit. They read the coerced input as it is, for an update must tell null from absent.</summary>
[ExtendObjectType("Mutation")]
internal static class CommitMutations
{
    public static async Task<CommitPayload> CommitAsync(
        IResolverContext context, Caller caller, CommitCommand command, CancellationToken cancellationToken)
    {
        var input = InputOf(context);
        var request = RequestOf(context, input);
        var decision = caller.ContextFor(context.User);
        var sent = (IReadOnlyList<object?>)input["operations"]!;
        if (sent.Count is 0 or > CommitRequest.MaxOperations)
        {
            var refusal = new ValueOutOfRange("number of operations", 1, CommitRequest.MaxOperations, sent.Count) { Path = ["operations"] };
            return new(await command.RefuseAsync(decision, request, [refusal]));
        }

        var operations = new OperationReader((InputObjectType)context.Schema.Types["OperationInput"]).Read(sent);
        return new(operations.IsOk
            ? await command.ExecuteAsync(decision, request with { Operations = operations.Value }, cancellationToken)
            : await command.RefuseAsync(decision, request, operations.Refusals));
    }

    public static Task<CommitPayload> RenameElementAsync(
        IResolverContext context, Caller caller, CommitCommand command, CancellationToken cancellationToken) =>
        OneAsync(context, caller, command, i => new RenameElement(OperationReader.ElementOf(i), (string)i["name"]!), cancellationToken);

    public static Task<CommitPayload> DeprecateElementAsync(
        IResolverContext context, Caller caller, CommitCommand command, CancellationToken cancellationToken) => OneAsync(
            context,
            caller,
            command,
            i => new DeprecateElement(OperationReader.ElementOf(i), OperationReader.DeprecationOf(i)),
            cancellationToken);

    public static Task<CommitPayload> RestoreElementAsync(
        IResolverContext context, Caller caller, CommitCommand command, CancellationToken cancellationToken) =>
        OneAsync(context, caller, command, i => new RestoreElement(OperationReader.ElementOf(i)), cancellationToken);

    public static Task<CommitPayload> DeleteElementAsync(
        IResolverContext context, Caller caller, CommitCommand command, CancellationToken cancellationToken) =>
        OneAsync(context, caller, command, i => new DeleteElement(OperationReader.ElementOf(i), (bool)i["force"]!), cancellationToken);

    private static async Task<CommitPayload> OneAsync(
        IResolverContext context,
        Caller caller,
        CommitCommand command,
        Func<IReadOnlyDictionary<string, object?>, Operation> read,
        CancellationToken cancellationToken)
    {
        var input = InputOf(context);
        var operation = read(input) with { Kind = OperationReader.KindOf(input) };
        var request = RequestOf(context, input) with { Operations = [operation] };
        return new(await command.ExecuteAsync(caller.ContextFor(context.User), request, cancellationToken));
    }

    private static IReadOnlyDictionary<string, object?> InputOf(IResolverContext context) =>
        (IReadOnlyDictionary<string, object?>)context.Arguments["input"]!;

    private static CommitRequest RequestOf(IResolverContext context, IReadOnlyDictionary<string, object?> input)
    {
        var key = input.GetValueOrDefault("idempotencyKey") as string;
        return new CommitRequest
        {
            Branch = (string)input["branch"]!,
            ExpectedHead = input.GetValueOrDefault("expectedHead") as string,
            FencingToken = input.GetValueOrDefault("fencingToken") as long?,
            Message = (string)input["message"]!,
            Issues = [.. ((IReadOnlyList<object?>)input["issues"]!).Cast<string>()],
            IsQueuedWhenFrozen = input.GetValueOrDefault("whenFrozen") is WhenFrozen.Queue or "QUEUE",
            IdempotencyKey = key,
            RequestHash = key is null ? string.Empty : HashOf(context, input),
        };
    }

    private static string HashOf(IResolverContext context, IReadOnlyDictionary<string, object?> input)
    {
        var type = (InputObjectType)context.Field.Arguments["input"].Type.NamedType;
        var text = $"{context.Field.Name}\n{InputJson.Exact(type, input, "idempotencyKey")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
