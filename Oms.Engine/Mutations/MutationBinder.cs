using System.Reflection;
using Oms.Engine.Binding;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Oms.Engine.Mutations;

/// <summary>Binds mutations that follow the conventions: their resolvers take the plain arguments and return the plain result.</summary>
internal sealed class MutationBinder
{
    private readonly Dictionary<FieldDefinition, (MutationConvention Convention, FieldDefinition Plain)> rewritten = [];
    private readonly List<string> problems;

    /// <summary>Finds the rewritten fields in the schema.</summary>
    public MutationBinder(Schema schema, MutationConventions? conventions, List<string> problems)
    {
        this.problems = problems;
        foreach (var convention in conventions?.Conventions ?? [])
            if (schema.MutationType!.Fields.TryGetValue(convention.FieldName, out var field))
                Add(field, convention);
    }

    /// <summary>The classes of the errors that mutations declare, with the names of their types.</summary>
    public IEnumerable<(Type Type, string Name)> ErrorTypes =>
        rewritten.Values.SelectMany(r => r.Convention.Errors.Types).Distinct().Select(t => (t, ErrorTypeGenerator.NameOf(t)));

    /// <summary>The field as its resolver knows it.</summary>
    public FieldDefinition PlainOf(FieldDefinition field) => rewritten.TryGetValue(field, out var found) ? found.Plain : field;

    /// <summary>Looks for errors that nobody would ever see.</summary>
    public void Check(FieldDefinition field, MemberInfo resolver)
    {
        if (!rewritten.ContainsKey(field) && resolver.IsDefined(typeof(ErrorAttribute)))
            problems.Add($"{resolver.DeclaringType!.Name}.{resolver.Name} declares errors by [Error], but {field.Coordinate} does not follow the mutation conventions.");
    }

    /// <summary>Compiles a resolver for the plain arguments.</summary>
    public FieldBinding Compile(FieldDefinition field, Func<FieldDefinition, FieldBinding> compile)
    {
        if (!rewritten.TryGetValue(field, out var found))
            return compile(field);
        var binding = compile(found.Plain);
        return found.Convention.InputArgument is null ? binding : Unpack(binding, found.Plain);
    }

    /// <summary>Binds the fields of payloads.</summary>
    public void BindPayloads(Dictionary<FieldDefinition, FieldBinding> bindings)
    {
        foreach (var (field, (convention, _)) in rewritten)
        {
            var fields = ((ObjectType)field.Type.NamedType).Fields;
            bindings.TryAdd(fields[convention.PayloadField], new FieldBinding { Sync = static c => ((MutationPayload)c.Parent!).Data });
            if (fields.TryGetValue(convention.ErrorsField, out var errors))
                bindings.TryAdd(errors, new FieldBinding { Sync = static c => ((MutationPayload)c.Parent!).Errors });
        }
    }

    /// <summary>Makes payloads of what resolvers, and the middleware around them, return and throw.</summary>
    public void Apply(Dictionary<FieldDefinition, FieldBinding> bindings)
    {
        foreach (var (field, (convention, _)) in rewritten)
            if (bindings.TryGetValue(field, out var binding))
                bindings[field] = Pack(binding, convention.Errors);
    }

    private void Add(FieldDefinition field, MutationConvention convention)
    {
        if (field.Type.NamedType is not ObjectType payload || !payload.Fields.TryGetValue(convention.PayloadField, out var data))
        {
            problems.Add($"{field.Type.NamedType.Name} is the payload of {field.Coordinate} and has no field {convention.PayloadField}.");
            return;
        }

        if (convention.Errors.Types.Any() && !payload.Fields.Contains(convention.ErrorsField))
            problems.Add($"{payload.Name} is the payload of {field.Coordinate}, which declares errors, and has no field {convention.ErrorsField}.");
        var arguments = convention.InputArgument is { } input && field.Arguments[input].Type.NamedType is InputObjectType fields ? fields.Fields : field.Arguments;
        var plain = new FieldDefinition(field.DeclaringType, field.Name, field.Index) { Type = data.Type, Arguments = arguments, DefinitionNode = field.DefinitionNode };
        rewritten[field] = (convention, plain);
    }

    private static FieldBinding Unpack(FieldBinding binding, FieldDefinition plain) => binding with
    {
        Leaf = null,
        Sync = binding.Sync is { } read ? context => read(Unpack(context, binding.ArgumentTypes, plain)) : null,
        Async = binding.Async is { } resolve ? context => resolve(Unpack(context, binding.ArgumentTypes, plain)) : null,
        ArgumentTypes = [null],
    };

    private static ResolverContext Unpack(ResolverContext context, Type?[] types, FieldDefinition plain)
    {
        var input = (IReadOnlyDictionary<string, object?>)context.Typed[0]!;
        var typed = new object?[plain.Arguments.Count];
        for (var i = 0; i < typed.Length; i++)
        {
            var value = input.TryGetValue(plain.Arguments[i].Name, out var given) ? given : Absent.Value;
            typed[i] = types[i] is { } type && value?.GetType() != type ? InputValues.Convert(value, type) : value;
        }

        return context.With(typed);
    }

    private static FieldBinding Pack(FieldBinding binding, DeclaredErrors errors) => binding with
    {
        Leaf = null,
        Sync = binding.Sync is { } read ? context => Pack(read, context, errors) : null,
        Async = binding.Async is { } resolve ? context => PackAsync(resolve, context, errors) : null,
    };

    private static MutationPayload Pack(Func<ResolverContext, object?> read, ResolverContext context, DeclaredErrors errors)
    {
        try
        {
            return new MutationPayload(read(context), null);
        }
        catch (Exception e)
        {
            if (errors.Of(e) is not { } declared)
                throw;
            return new MutationPayload(null, declared);
        }
    }

    private static async ValueTask<object?> PackAsync(Func<ResolverContext, ValueTask<object?>> resolve, ResolverContext context, DeclaredErrors errors)
    {
        try
        {
            return new MutationPayload(await resolve(context), null);
        }
        catch (Exception e)
        {
            if (errors.Of(e) is not { } declared)
                throw;
            return new MutationPayload(null, declared);
        }
    }
}
