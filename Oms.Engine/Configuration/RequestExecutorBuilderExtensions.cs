using Microsoft.Extensions.DependencyInjection.Extensions;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;
using Oms.Engine.Data;
using Oms.Engine.DataLoader;
using Oms.Engine.Language;
using Oms.Engine.Paging;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What can be said to <c>AddGraphQLServer()</c>, under Hot Chocolate's names.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <summary>Adds a schema document, read when the schema is built. Several documents make one schema.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file, UTF-8.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddDocumentFromFile(this IRequestExecutorBuilder builder, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        builder.Setup.Documents.Add(() => Source.FromUtf8(File.ReadAllBytes(path), path));
        builder.Setup.DocumentFiles.Add(path);
        return builder;
    }

    /// <summary>Adds a schema document.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="sdl">The document.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddDocumentFromString(this IRequestExecutorBuilder builder, string sdl)
    {
        ArgumentNullException.ThrowIfNull(sdl);
        builder.Setup.Documents.Add(() => new Source(sdl, "schema"));
        return builder;
    }

    /// <summary>
    /// Binds a class, struct or enum to a type of the schema. An object type's fields are resolved by the public properties and methods of
    /// the same name (camelCase, without <c>Get</c> and <c>Async</c>).
    /// </summary>
    /// <typeparam name="T">The CLR type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The schema's type; when left out that of its <see cref="GraphQLNameAttribute"/>, or the CLR type's name.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder BindRuntimeType<T>(this IRequestExecutorBuilder builder, string? typeName = null) =>
        builder.BindRuntimeType(typeof(T), typeName);

    /// <summary>Binds a class, struct or enum to a type of the schema.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="runtimeType">The CLR type.</param>
    /// <param name="typeName">The schema's type; when left out that of its <see cref="GraphQLNameAttribute"/>, or the CLR type's name.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder BindRuntimeType(this IRequestExecutorBuilder builder, Type runtimeType, string? typeName = null)
    {
        ArgumentNullException.ThrowIfNull(runtimeType);
        builder.Setup.RuntimeTypes.Add((runtimeType, typeName ?? MemberNames.OfType(runtimeType)));
        return builder;
    }

    /// <summary>Adds the resolvers of a class marked with <see cref="ExtendObjectTypeAttribute"/>. Its instance comes from the request's services.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddTypeExtension<T>(this IRequestExecutorBuilder builder) => builder.AddTypeExtension(typeof(T));

    /// <summary>Adds the resolvers of a class marked with <see cref="ExtendObjectTypeAttribute"/>, which may be static.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="extension">The class.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddTypeExtension(this IRequestExecutorBuilder builder, Type extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        builder.Setup.TypeExtensions.Add(extension);
        if (BatchResolver.HasOne(extension))
            AddBatchScheduler(builder.Services);
        return builder;
    }

    /// <summary>Resolves one field with a delegate, whose parameters are bound as those of a resolver method.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The object type.</param>
    /// <param name="fieldName">The field.</param>
    /// <param name="resolver">The resolver.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddResolver(this IRequestExecutorBuilder builder, string typeName, string fieldName, Delegate resolver)
    {
        ArgumentException.ThrowIfNullOrEmpty(typeName);
        ArgumentException.ThrowIfNullOrEmpty(fieldName);
        ArgumentNullException.ThrowIfNull(resolver);
        builder.Setup.Resolvers.Add((typeName, fieldName, resolver));
        if (BatchResolver.IsOne(resolver.Method))
            AddBatchScheduler(builder.Services);
        return builder;
    }

    /// <summary>Resolves all fields that nothing else resolves. Without bound types this makes a schema executable over untyped data.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="resolver">The resolver.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UseDefaultResolver(this IRequestExecutorBuilder builder, FieldResolver resolver)
    {
        builder.Setup.DefaultResolver = resolver;
        return builder;
    }

    /// <summary>Opens the source stream of all subscription fields that nothing else opens.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="resolver">Opens the stream.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UseDefaultSourceStreamResolver(this IRequestExecutorBuilder builder, SourceStreamResolver resolver)
    {
        builder.Setup.DefaultSourceStreamResolver = resolver;
        return builder;
    }

    /// <summary>Names the object type of values of interfaces and unions, before their CLR type is looked at.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="resolver">The type resolver.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UseTypeResolver(this IRequestExecutorBuilder builder, AbstractTypeResolver resolver)
    {
        builder.Setup.TypeResolver = resolver;
        return builder;
    }

    /// <summary>Gives a scalar of the schema the way its values are read and written.</summary>
    /// <typeparam name="T">The way, with a constructor without parameters.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="scalarName">The scalar.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder BindScalarType<T>(this IRequestExecutorBuilder builder, string scalarName)
        where T : ScalarCoercion, new()
    {
        ArgumentException.ThrowIfNullOrEmpty(scalarName);
        builder.Setup.Scalars.Add((scalarName, new T()));
        return builder;
    }

    /// <summary>
    /// Adds the scalar <c>Upload</c>, which need not be declared: a file that a client sends along with its request as
    /// <c>multipart/form-data</c>. Resolvers take it as <see cref="IFile"/>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddUploadType(this IRequestExecutorBuilder builder) => builder.BindScalarType<UploadCoercion>(UploadCoercion.TypeName);

    /// <summary>Adds an error filter.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="filter">Called for each error before it is written.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddErrorFilter(this IRequestExecutorBuilder builder, Func<GraphQLError, GraphQLError> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        builder.Setup.ErrorFilters.Add(_ => new DelegateErrorFilter(filter));
        return builder;
    }

    /// <summary>Adds an error filter, made once with the application's services.</summary>
    /// <typeparam name="T">The filter.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder)
        where T : class, IErrorFilter
    {
        builder.Setup.ErrorFilters.Add(services => ActivatorUtilities.GetServiceOrCreateInstance<T>(services));
        return builder;
    }

    /// <summary>Changes how requests are executed.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestOptions> configure)
    {
        configure(builder.Setup.RequestOptions);
        return builder;
    }

    /// <summary>Changes how the schema is built and bound.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<SchemaOptions> configure)
    {
        configure(builder.Setup.SchemaOptions);
        return builder;
    }

    /// <summary>Changes what request documents may cost to parse.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="change">Makes the changed options, with a <c>with</c> expression.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyParserOptions(this IRequestExecutorBuilder builder, Func<ParserOptions, ParserOptions> change)
    {
        builder.Setup.ParserOptions = change(builder.Setup.ParserOptions);
        return builder;
    }

    /// <summary>Changes what filters may cost to match.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyFilterOptions(this IRequestExecutorBuilder builder, Action<FilterOptions> configure)
    {
        configure(builder.Setup.FilterOptions);
        return builder;
    }

    /// <summary>Changes how connections are paged.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyPagingOptions(this IRequestExecutorBuilder builder, Action<PagingOptions> configure)
    {
        configure(builder.Setup.PagingOptions);
        return builder;
    }

    /// <summary>
    /// Adds a loader, which resolvers take as a parameter. It lives as long as the scope of <see cref="Oms.Engine.Execution.OperationRequest.Services"/>,
    /// which therefore has to be one scope a request; transports see to that.
    /// </summary>
    /// <typeparam name="T">The loader.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddDataLoader<T>(this IRequestExecutorBuilder builder)
        where T : class
    {
        AddBatchScheduler(builder.Services);
        builder.Services.TryAddScoped<T>();
        return builder;
    }

    /// <summary>Adds a loader that resolvers take by an interface.</summary>
    /// <typeparam name="TService">The interface.</typeparam>
    /// <typeparam name="TImplementation">The loader.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddDataLoader<TService, TImplementation>(this IRequestExecutorBuilder builder)
        where TService : class
        where TImplementation : class, TService
    {
        AddBatchScheduler(builder.Services);
        builder.Services.TryAddScoped<TService, TImplementation>();
        return builder;
    }

    private static void AddBatchScheduler(IServiceCollection services)
    {
        services.TryAddScoped<BatchDispatcher>();
        services.TryAddScoped<ParentBatches>();
        services.TryAddScoped<IBatchScheduler>(provider => provider.GetRequiredService<BatchDispatcher>());
    }
}
