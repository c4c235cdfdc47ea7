import java.nio.file.Path;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.PluginsLoader;

/** One node of Elasticsearch: java Node.java HOME PORT setting=value... It runs until it is told to end. */
class Node {
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var name = "node-" + arguments[1];
        LogConfigurator.configureESLogging();
        LogConfigurator.setNodeName(name);
        var settings = Settings.builder()
                .put("path.home", home.toString())
                .put("http.port", arguments[1])
                .put("node.name", name)
                .put("network.host", "127.0.0.1")
                .put("cluster.routing.allocation.disk.threshold_enabled", false);
        for (var i = 2; i < arguments.length; i++) {
            var pair = arguments[i].split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        var environment = new Environment(settings.build(), home.resolve("config"));
        var plugins = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of(),
                false);
        var node = new org.elasticsearch.node.Node(environment, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        Thread.currentThread().join();
    }

    private static void close(AutoCloseable node) {
        try {
            node.close();
        } catch (Exception error) {
            error.printStackTrace();
        }
    }
}
